"""The graph model for conflict resolution: which outcomes would hold."""
