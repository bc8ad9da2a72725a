"""The pages: a Django project that turns forms into events, and the coach's answers into screens."""
