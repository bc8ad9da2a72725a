"""The guided session: what the coach decided, made ready for a clock, a screen and a voice."""
