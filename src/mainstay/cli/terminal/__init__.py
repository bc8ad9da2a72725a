"""A session in the terminal: asking, showing, listening to keys, and writing everything down at once."""
