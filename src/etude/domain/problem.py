"""Something that the person in front of the terminal can mend."""


class Problem(Exception):
    """The message is for that person: what was expected, what came, what to try."""
