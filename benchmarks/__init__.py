"""Measurements of the package: accuracy, and later speed."""
