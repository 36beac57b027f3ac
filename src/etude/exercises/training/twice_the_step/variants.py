"""Batches of another size, another step, another number of epochs."""


def variant(rng):
    half = rng.choice([8, 16])
    return {
        "BATCH = 40": f"BATCH = {2 * half}",
        "batch=40": f"batch={2 * half}",
        "batches of 40": f"batches of {2 * half}",
        "mean over 40": f"mean over {2 * half}",
        "20": f"{half}",
        "SGD(0.1)": f"SGD({rng.choice([0.08, 0.2])})",
        "2 epochs": "3 epochs",
        "EPOCHS = 2": "EPOCHS = 3",
    }
