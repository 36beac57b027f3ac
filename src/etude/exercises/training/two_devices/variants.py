"""Batches of another size, another number of epochs, another step."""


def variant(rng):
    half = rng.choice([8, 32])
    return {
        "BATCH = 32": f"BATCH = {2 * half}",
        "tf.constant(32)": f"tf.constant({2 * half})",
        "batch=32": f"batch={2 * half}",
        "32 pictures": f"{2 * half} pictures",
        "(16, 28, 28) and (16,)": f"({half}, 28, 28) and ({half},)",
        "SGD(0.1)": f"SGD({rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])})",
        "Dense(16": f"Dense({rng.choice([12, 20, 24])}",
        "2 epochs": "3 epochs",
        "EPOCHS = 2": "EPOCHS = 3",
    }
