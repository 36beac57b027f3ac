"""What the data build is made of: packages, splits, files, and one module per set."""
