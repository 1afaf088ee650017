"""Read reports of a peace process and compute, with the evidence under every answer, what could be agreed."""

__version__ = "0.1.0"
