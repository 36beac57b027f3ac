"""One file for each thing that programs can ask for; each offers a ``router``."""
