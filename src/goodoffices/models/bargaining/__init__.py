"""What could be agreed, and which demands stand in the way."""
