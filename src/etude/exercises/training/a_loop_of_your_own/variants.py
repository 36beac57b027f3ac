"""Another step, another size of the batches, another number of epochs."""


def variant(rng):
    epochs = rng.choice([2, 3, 4])
    batch = rng.choice([48, 56, 72])
    return {
        "3 epochs": f"{epochs} epochs",
        "EPOCHS = 3": f"EPOCHS = {epochs}",
        "epochs=3": f"epochs={epochs}",
        "batch=64": f"batch={batch}",
        "batch(64)": f"batch({batch})",
        "learning_rate=0.1": f"learning_rate={rng.choice([0.05, 0.2])}",
    }
