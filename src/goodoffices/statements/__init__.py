"""Who says or does what in a report, with the words that show it."""
