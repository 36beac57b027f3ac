"""Another step, other batches, another number of epochs."""


def variant(rng):
    batch = rng.choice([48, 56, 72])
    return {
        "2 epochs": "3 epochs",
        "EPOCHS = 2": "EPOCHS = 3",
        "batch=64": f"batch={batch}",
        "batch(64)": f"batch({batch})",
        "learning_rate=0.1": f"learning_rate={rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])}",
    }
