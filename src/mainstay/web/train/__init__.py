"""One training session in the browser: check in, train, say how it was, done."""
