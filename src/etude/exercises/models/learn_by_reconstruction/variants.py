"""Other clothes, and another width of the bottleneck."""


def variant(rng):
    code, first = rng.choice([(6, "100"), (8, "128"), (10, "120")])
    changed = {"8": code, "128": first}
    if rng.random() < 0.6:
        changed |= {
            "== 1": "== 7",
            "trousers": "sneakers",
            "no trousers": "no sneaker",
            "Trouser": "Sneaker",
        }
    return changed
