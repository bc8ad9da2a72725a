"""The app on the device: its service worker, what that keeps, and how it is installed."""
