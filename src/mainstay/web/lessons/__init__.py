"""Lessons: the shelf, the page on which one is read, and the lesson where its question arises."""
