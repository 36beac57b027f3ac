"""What can be done with an exam."""
