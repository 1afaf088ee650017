"""The inner loops of the graph model: compiled by numba, and the same in plain NumPy."""
