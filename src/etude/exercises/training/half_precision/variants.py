"""Another step, other batches, other units."""


def variant(rng):
    batch = rng.choice([16, 64])
    return {
        "SGD(0.1)": f"SGD({rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])})",
        "batch=32": f"batch={batch}",
        "batch(32)": f"batch({batch})",
        "Dense(16": f"Dense({rng.choice([12, 20, 24])}",
        "2 epochs": "3 epochs",
        "EPOCHS = 2": "EPOCHS = 3",
        "epochs=3": "epochs=4",
    }
