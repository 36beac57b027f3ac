"""Another property, other measures, and the bars that follow from them."""

# The error of the median, the bars, and how many hidden cars have the property.
BARS = {
    "weight": ("741", ("690", "480", "390", "300"), "80"),
    "displacement": ("98.4", ("90", "44", "38", "33"), "80"),
    "horsepower": ("35", ("32", "15", "14", "13"), "78"),
    "mpg": ("6.6", ("6.1", "4", "3.4", "2.9"), "80"),
}
# What is measured besides the acceleration: two that tell enough together.
MEASURES = {
    "weight": ("cylinders displacement", "cylinders model_year", "displacement model_year"),
    "displacement": ("cylinders weight", "cylinders model_year", "weight model_year"),
    "horsepower": (
        *("cylinders displacement", "cylinders weight", "displacement weight"),
        *("displacement model_year", "weight model_year"),
    ),
    "mpg": ("cylinders model_year", "displacement model_year", "weight model_year"),
}


def variant(rng):
    target = rng.choice(list(BARS))
    others = rng.choice(MEASURES[target]).split()
    rng.shuffle(others)
    columns = ["acceleration", *others]
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
        "(690.0, 480.0, 390.0)": f"({', '.join(str(float(bar)) for bar in bars[:3])})",
        "bar=300.0": f"bar={float(bars[3])}",
        "690, 480, 390 and 300": f"{', '.join(bars[:3])} and {bars[3]}",
        "about 741": f"about {median}",
        "80 hidden": f"{count} hidden",
    }
