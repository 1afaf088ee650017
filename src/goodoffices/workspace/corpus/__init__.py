"""Corpora: thousands of reports read in parallel, kept in tables and searched."""
