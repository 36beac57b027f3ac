"""Another number of epochs, other batches."""


def variant(rng):
    epochs = 2
    return {
        "3 epochs": f"{epochs} epochs",
        "EPOCHS = 3": f"EPOCHS = {epochs}",
        "epochs=3": f"epochs={epochs}",
        "batch=32": f"batch={rng.choice([16, 64])}",
        "learning_rate=0.1": f"learning_rate={rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])}",
    }
