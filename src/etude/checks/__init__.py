"""The checks that exercises are marked with: one file each, pure judges of facts."""
