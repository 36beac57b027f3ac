"""Other numbers of years, in the window and ahead, with the bars that were measured for them."""

# Years ahead: the error of the last year repeated, of the years eleven before, and four bars.
BARS = {
    2: (36.9, 27.4, 34, 26, 21, 20),
    3: (47.7, 27.7, 42, 31, 24, 22.5),
    4: (56.8, 28.1, 42, 35, 27, 24.5),
}
FILES = ("spots.keras", "cycle.keras", "years.keras")


def variant(rng):
    window, steps = rng.choice([11, 12, 13, 14, 15, 16]), rng.choice([2, 3, 4])
    naive, seasonal, fair, good, better, best = BARS[steps]
    return {
        "sun.keras": rng.choice(FILES),
        "14": window,
        "STEPS = 2": f"STEPS = {steps}",
        "STEPS = 14, 2": f"STEPS = {window}, {steps}",
        "2 years": f"{steps} years",
        "(n, 2)": f"(n, {steps})",
        "(2,)": f"({steps},)",
        "next-2.window-14": f"next-{steps}.window-{window}",
        "59 hidden": f"{61 - steps} hidden",
        "all 59": f"all {61 - steps}",
        "gives 36.9": f"gives {naive}",
        "gives 27.4": f"gives {seasonal}",
        "34": fair,
        "26": good,
        "21": better,
        "20": best,
    }
