"""Other sizes of the parts, the windows and the batches."""


def variant(rng):
    held_out = rng.choice([20, 25, 35, 40])
    return {
        "30": held_out,
        "90": 120 - held_out,
        "7": rng.choice([5, 6, 8, 9]),
        "10": rng.choice([8, 11, 12]),
    }
