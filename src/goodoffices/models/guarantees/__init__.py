"""Would a security guarantee be kept, and who can block it."""
