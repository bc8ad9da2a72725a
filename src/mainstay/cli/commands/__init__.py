"""What each command takes; what it does is loaded when it runs, so that the others start fast."""
