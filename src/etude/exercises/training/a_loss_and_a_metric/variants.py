"""Another quantile."""


def variant(rng):
    quantile, words = rng.choice(
        [("0.8", "eight of ten"), ("0.7", "seven of ten"), ("0.75", "three of four")]
    )
    return {"0.9": quantile, "nine of ten": words}
