"""Other lengths of the window, and another share that is held out."""


def variant(rng):
    years = rng.choice([8, 9, 10, 12])
    share, percent, border = rng.choice([("0.2", 20, 64), ("0.25", 25, 60), ("0.3", 30, 56)])
    return {
        "11": years,
        "0.25": share,
        "25 %": f"{percent} %",
        "75 %": f"{100 - percent} %",
        "59": border - 1,
        "60": border,
        "a quarter": {"0.2": "a fifth", "0.25": "a quarter", "0.3": "three tenths"}[share],
    }
