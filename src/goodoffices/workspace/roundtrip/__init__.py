"""Statements to the tools that coders use, and back: brat, Label Studio, tables, spaCy."""
