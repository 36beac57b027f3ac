"""Other rates, and another number of epochs."""


def variant(rng):
    peak, last = rng.choice(
        [("0.005", "0.0001"), ("0.008", "0.0002"), ("0.02", "0.0002"), ("0.01", "0.0005")]
    )
    return {
        "0.01": peak,
        "0.0001": last,
        "EPOCHS, WARM_UP_EPOCHS, BATCH = 5, 1, 20": "EPOCHS, WARM_UP_EPOCHS, BATCH = "
        + rng.choice(["5, 2, 20", "6, 2, 20", "4, 1, 20"]),
    }
