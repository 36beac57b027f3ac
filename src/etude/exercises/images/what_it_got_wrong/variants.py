"""Other classes, and another number of mistakes."""


def variant(rng):
    kept, left_out = rng.choice([("fruit", "mammal"), ("plant", "bird"), ("vehicle", "bug")])
    count = rng.choice(["3", "4", "6"])
    words = {"3": "three", "4": "four", "6": "six"}[count]
    return {
        kept: left_out,
        "[:5]": f"[:{count}]",
        "count=5": f"count={count}",
        "5 test drawings": f"{count} test drawings",
        "5 paths": f"{count} paths",
        "five": words,
    }
