"""Turn what was read into a case that an analyst can start from; nothing is guessed."""
