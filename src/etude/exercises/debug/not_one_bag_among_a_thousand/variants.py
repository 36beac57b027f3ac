"""Something else that looks like nothing else."""


def variant(rng):
    one, many, number = rng.choice([("bag", "bags", 8), ("trouser", "trousers", 1)])
    words = {"bag": one, "bags": many, "Bags": many.capitalize(), "is_bag": f"is_{one}"}
    units = {"Dense(32": f"Dense({rng.choice([24, 32, 40])}"}
    arrays = {f"{part}_bags": f"{part}_{many}" for part in ("train", "test")}
    return words | arrays | units | {"== 8": f"== {number}"}
