"""Measures an input pipeline stage by stage, and what changes of it bring."""
