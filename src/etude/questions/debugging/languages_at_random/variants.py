"""Five other languages, no two of which are close, in another order, in another file."""

# By kin, with the number of hidden pieces of each.
KIN = [
    {"Czech": 29, "Slovak": 30, "Polish": 29},
    {"Danish": 35, "Norwegian": 33, "Swedish": 32},
    {"French": 39, "Italian": 35, "Spanish": 36, "Catalan": 36, "Portuguese": 34},
    {"German": 35, "Dutch": 38, "English": 34},
    {"Turkish": 26, "Finnish": 26, "Hungarian": 29, "Indonesian": 34},
]
LANGUAGES = ["Czech", "Danish", "French", "German", "Turkish"]


def variant(rng):
    drawn = [rng.choice(list(family.items())) for family in KIN]
    rng.shuffle(drawn)
    languages = [name for name, _ in drawn]
    return {
        ",".join(LANGUAGES): ",".join(languages),
        _with_a_blank(LANGUAGES): _with_a_blank(languages),
        ", ".join(f'"{name}"' for name in LANGUAGES): ", ".join(f'"{n}"' for n in languages),
        ", ".join(f"`{name}`" for name in LANGUAGES): ", ".join(f"`{n}`" for n in languages),
        "164 hidden": f"{sum(count for _, count in drawn)} hidden",
        "languages.keras": f"{rng.choice(['languages', 'tongues', 'reader', 'articles'])}.keras",
        "600": rng.choice(["500", "600", "700", "800"]),
    }


def _with_a_blank(names):
    """The fourth name behind a blank, as the program to be mended has it."""
    return ",".join([*names[:3], f" {names[3]}", names[4]])
