"""The days: today, the week ahead, the morning after, a flare-up, and what the coach decided and why."""
