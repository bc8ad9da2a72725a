"""Before the first session: welcome, safety questions and what they mean, a little about the person."""
