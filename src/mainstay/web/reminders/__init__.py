"""Reminders as pages: what a person wants, how it reaches them, what was sent, and the calendar feed."""
