"""Every exercise that the coach knows, to browse and to read."""
