"""What an exam is: papers, clock, marks; pure."""
