"""`etude exam`: one file for each of its commands."""
