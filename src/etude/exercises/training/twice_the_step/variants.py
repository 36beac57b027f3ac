"""Batches of another size, another step, another number of epochs."""


def variant(rng):
    half = rng.choice([8, 16])
    return {
        "BATCH = 40": f"BATCH = {2 * half}",
        "batch=40": f"batch={2 * half}",
        "batches of 40": f"batches of {2 * half}",
        "mean over 40": f"mean over {2 * half}",
        "20": f"{half}",
        "SGD(0.1)": f"SGD({rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])})",
        "Dense(16": f"Dense({rng.choice([12, 20, 24])}",
        "2 epochs": "3 epochs",
        "EPOCHS = 2": "EPOCHS = 3",
    }
