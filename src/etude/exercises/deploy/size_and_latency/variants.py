"""Other sizes, and other names of the candidates."""


def variant(rng):
    units = rng.choice([18, 20, 24])
    names = rng.choice([
        ("pocket", "light", "plain", "heavy", "lazy"),
        ("a", "b", "c", "d", "e"),
        ("one", "two", "three", "four", "five"),
    ])
    old = ("tiny", "small", "medium", "large", "slow")
    return {
        "trained(16)": f"trained({units})",
        **{f'"{before}"': f'"{after}"' for before, after in zip(old, names, strict=True)},
    }
