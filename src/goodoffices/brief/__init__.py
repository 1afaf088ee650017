"""The page that is handed on: a brief, composed from findings."""
