"""How long something takes, in words and as a clock shows it."""


def duration_words(minutes: float) -> str:
    """As in "5 h", "45 min" or "1 h 5 min"; part of a minute counts as one."""
    hours, rest = divmod(-int(-minutes // 1), 60)
    parts = [f"{hours} h"] * bool(hours) + [f"{rest} min"] * bool(rest or not hours)
    return " ".join(parts)


def clock_words(seconds: float) -> str:
    """As a clock shows it: "4:05:09"."""
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02}:{rest:02}"
