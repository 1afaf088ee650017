"""Formal models; each family works on bare numbers, and only its from_case module knows cases."""
