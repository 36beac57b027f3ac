"""Another name of the file, another number of units and of pictures that are compared."""


def variant(rng):
    name = rng.choice(["clothes", "fashion", "device", "pictures"])
    units = rng.choice([48, 80, 96])
    count = rng.choice([12, 20, 24])
    return {
        "classifier.tflite": f"{name}.tflite",
        "hidden=(64,)": f"hidden=({units},)",
        "Dense(64": f"Dense({units}",
        '"stop": 16': f'"stop": {count}',
        "16 stored": f"{count} stored",
    }
