"""Who can move whom: what a lever could do, whether its holder would pull it, and whether that is enough."""
