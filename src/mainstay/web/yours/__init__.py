"""What belongs to the person: their profile, their diary to take along, bring in or delete."""
