"""Another quantile, other numbers."""


def variant(rng):
    quantile, words = rng.choice(
        [("0.8", "eight of ten"), ("0.7", "seven of ten"), ("0.75", "three of four")]
    )
    size = rng.choice([2, 4, 5, 6, 7, 8])
    return {
        "0.9": quantile,
        "nine of ten": words,
        "low=-3, high=3": f"low=-{size}, high={size}",
    }
