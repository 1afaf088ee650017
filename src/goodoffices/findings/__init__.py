"""Claims that the models and the reading support, each traced to the words of a report."""
