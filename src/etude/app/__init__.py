"""Use cases: what the commands do, and how the parts are wired."""
