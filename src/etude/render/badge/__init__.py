"""Draws the badge of a passed sitting."""
