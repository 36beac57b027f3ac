"""Reads exercises and data sets from where they are installed."""
