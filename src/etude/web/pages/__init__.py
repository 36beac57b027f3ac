"""One file for each page; each offers a ``router``."""
