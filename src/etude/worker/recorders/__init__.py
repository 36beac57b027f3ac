"""Recorders note what the learner's program does; they decide nothing and change nothing."""
