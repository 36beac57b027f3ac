"""Another number to predict, from the others in another order, in another file."""

COLUMNS = ["amount", "time", "seniority", "age", "expenses"]
ASKED = {
    "price": {
        "about": "the price of what a loan is to pay for",
        "files": ["price", "goods", "worth"],
        "median": "409",
        "bars": ("385", "310", "285", "272"),
    },
    "amount": {
        "about": "the amount that somebody wants to borrow",
        "files": ["amount", "loan", "borrowed"],
        "median": "355",
        "bars": ("335", "260", "225", "212"),
    },
    "time": {
        "about": "the number of months in which a loan is to be paid back",
        "files": ["months", "time", "duration"],
        "median": "11.9",
        "bars": ("11.4", "10", "9.8", "9.6"),
    },
    "age": {
        "about": "the age of whoever wants a loan",
        "files": ["age", "years", "how_old"],
        "median": "8.99",
        "bars": ("8.6", "7.8", "7.3", "7.1"),
    },
}


def variant(rng):
    name = rng.choice(list(ASKED) * 5)
    asked = ASKED[name]
    columns = [column for column in ["price", *COLUMNS] if column != name]
    rng.shuffle(columns)
    return {
        _listed(COLUMNS, '"'): _listed(columns, '"'),
        _listed(COLUMNS, "`"): _listed(columns, "`"),
        "the price of what a loan is to pay for": asked["about"],
        "price.keras": f"{rng.choice(asked['files'])}.keras",
        '"price"': f'"{name}"',
        "`price`": f"`{name}`",
        "credit.price": f"credit.{name}",
        "409": asked["median"],
        "385, 310, 285 and 272": "{}, {}, {} and {}".format(*asked["bars"]),
        "lower=(385, 310, 285)": "lower=({}, {}, {})".format(*asked["bars"]),
        "bar=272": f"bar={asked['bars'][3]}",
    }


def _listed(names, quote):
    return ", ".join(f"{quote}{name}{quote}" for name in names)
