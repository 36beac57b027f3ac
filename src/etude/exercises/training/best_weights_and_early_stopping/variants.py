"""Another name of the file, and another patience."""


def variant(rng):
    name = rng.choice(["top", "kept", "peak", "winner", "model.best"])
    patience = rng.choice([2, 3, 4, 5])
    return {
        "best.weights.h5": f"{name}.weights.h5",
        "3 epochs": f"{patience} epochs",
        "patience=3": f"patience={patience}",
        "patience of 3": f"patience of {patience}",
        "StopInTime(3)": f"StopInTime({patience})",
        # Where training has to stop: the loss is lowest in epoch 4.
        "epoch 7": f"epoch {4 + patience}",
    }
