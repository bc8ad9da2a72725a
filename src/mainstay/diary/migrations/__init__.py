"""The shape of the store, step by step."""
