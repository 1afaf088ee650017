"""Proposals by a language model, for those who ask for them; nothing is sent otherwise."""
