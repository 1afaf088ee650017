"""The coded case: parties, issues, positions, red lines, proposals, guarantees, leverage, precedents."""
