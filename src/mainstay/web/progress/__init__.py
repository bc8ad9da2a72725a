"""Progress: is it working, what was asked and tried, what the weeks held, and what there is to take along."""
