"""Other languages in another order, and another name of the file."""

# How many hidden pieces there are in each. Of each row of neighbours one is drawn.
HIDDEN = (
    {"Italian": 35, "Catalan": 36, "Galician": 35},
    {"Spanish": 36, "Portuguese": 34, "French": 39},
    {"Danish": 35, "Norwegian": 33, "Swedish": 32},
    {"Finnish": 26, "Estonian": 27, "Hungarian": 29},
    {"Polish": 29, "Czech": 29, "Slovak": 30},
    {"English": 34},
    {"Dutch": 38, "German": 35},
    {"Turkish": 26, "Indonesian": 34},
)


def variant(rng):
    drawn = [rng.choice(list(neighbours.items())) for neighbours in HIDDEN]
    rng.shuffle(drawn)
    names = [name for name, _ in drawn]
    counts = [count for _, count in drawn]
    file = rng.choice(["names", "languages", "tongues", "forms", "page", "speech"])
    quoted = ", ".join(f'"{name}"' for name in names)
    told = f"{', '.join(names[:-1])} and {names[-1]}"
    return {
        '"Italian", "Danish", "Spanish", "Finnish", "Polish", "English", "Dutch", "Turkish"': quoted,
        "Italian, Danish, Spanish, Finnish, Polish, English, Dutch and Turkish": told,
        "259 hidden": f"{sum(counts)} hidden",
        "reaches 0.15": f"reaches {max(counts) / sum(counts):.2f}",
        "names.keras": f"{file}.keras",
    }
