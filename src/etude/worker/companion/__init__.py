"""Looks over the shoulder of a person's own program, with their files and rights."""
