"""Recognised mistakes: ``catalogue`` has one file each, the other modules are what they share."""
