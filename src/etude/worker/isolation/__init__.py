"""What stands between learner code and the machine, one module per primitive."""
