"""Another property, other measures, and the bars that follow from them."""

# The error of the median, the bars, and how many hidden cars have the property.
BARS = {
    "weight": ("741", ("690", "500", "400", "320"), "80"),
    "displacement": ("98.4", ("90", "60", "48", "38"), "80"),
    "horsepower": ("35", ("32", "20.5", "19", "17.5"), "78"),
    "mpg": ("6.6", ("6.1", "4.8", "4.3", "3.9"), "80"),
}
MEASURES = ("cylinders", "displacement", "weight", "model_year")


def variant(rng):
    target = rng.choice(list(BARS))
    columns = ["acceleration", *rng.sample([name for name in MEASURES if name != target], 2)]
    folder = rng.choice(["served", "service", "estimate", "cars", "answers"])
    median, bars, count = BARS[target]
    told = [f"`{name}`" for name in columns]
    return {
        '"acceleration", "displacement", "model_year"': ", ".join(f'"{name}"' for name in columns),
        "`acceleration`, `displacement` and `model_year`": f"{told[0]}, {told[1]} and {told[2]}",
        'TARGET = "weight"': f'TARGET = "{target}"',
        "Estimate `weight`": f"Estimate `{target}`",
        "estimated `weight`": f"estimated `{target}`",
        '"auto_mpg.weight"': '"auto_mpg"' if target == "mpg" else f'"auto_mpg.{target}"',
        "served": folder,
        "(690.0, 500.0, 400.0)": f"({', '.join(str(float(bar)) for bar in bars[:3])})",
        "bar=320.0": f"bar={float(bars[3])}",
        "690, 500, 400 and 320": f"{', '.join(bars[:3])} and {bars[3]}",
        "about 741": f"about {median}",
        "80 hidden": f"{count} hidden",
    }
