"""One diagnosis per file; the file's name is its id and its docstring is its page."""
