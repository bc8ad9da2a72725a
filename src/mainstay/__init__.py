"""Mainstay: a self-hosted coach for a strong lower back."""
