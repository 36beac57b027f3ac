"""Other filters, another kernel, and another name of the file."""


def variant(rng):
    kernel, words, before = rng.choice([(3, "three", "two"), (4, "four", "three"), (6, "six", "five")])
    return {
        "5": kernel,
        "five": words,
        "the four before": f"the {before} before",
        "no four years": f"no {before} years",
        "18 times": f"{22 - kernel + 1} times",
        "other four places": f"other {before} places",
        "(4, 0)": f"({kernel - 1}, 0)",
        "YEARS + 4": f"YEARS + {kernel - 1}",
        "four empty": f"{before} empty",
        "two that follow": "years that follow",
        "sunspots.keras": rng.choice(["sun.keras", "next_year.keras", "forecast.keras"]),
    }
