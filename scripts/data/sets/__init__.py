"""One module per shipped set: `ABOUT` says what it is, `build` makes it from its package."""
