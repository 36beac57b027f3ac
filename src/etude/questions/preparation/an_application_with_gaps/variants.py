"""The probability of the other outcome, other columns, another order, another file."""


def variant(rng):
    outcome = rng.choice(["good", "bad"])
    numbers = ["seniority", "income", "assets", "amount", "price"]
    numbers += rng.sample(["expenses", "age", "time", "debt"], 2)
    rng.shuffle(numbers)
    words = rng.sample(["home", "records", "job"], 3)
    classes = '("good", "bad")' if outcome == "bad" else '("bad", "good")'
    file = rng.choice(["applications", "loans", "credit", "bank", "risk"])
    return {
        _listed(["seniority", "income", "assets", "amount", "price", "expenses", "age"], '"'): (
            _listed(numbers, '"')
        ),
        _listed(["seniority", "income", "assets", "amount", "price", "expenses", "age"], "`"): (
            _listed(numbers, "`")
        ),
        _listed(["home", "records", "job"], '"'): _listed(words, '"'),
        _listed(["home", "records", "job"], "`"): _listed(words, "`"),
        "turns out bad": f"turns out {outcome}",
        '== "bad"': f'== "{outcome}"',
        "share of the bad ones": f"share of the {outcome} ones",
        '("good", "bad")': classes,
        "applications.keras": f"{file}.keras",
    }


def _listed(names, quote):
    return ", ".join(f"{quote}{name}{quote}" for name in names)
