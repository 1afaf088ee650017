"""A report as it was saved: its text, what it says of itself, and which spans are boilerplate."""
