"""Another number of units, and the sizes that follow from it."""


def variant(rng):
    units = rng.choice([48, 80, 96, 128])
    weights = 784 * units + units + units * 10 + 10
    # One byte for each weight and about 4 kB for the rest; four bytes each before.
    room = -(-(weights + 6000) // 5000) * 5
    name = rng.choice(["clothes", "wardrobe", "fashion", "garments"])
    return {
        "Dense(64": f"Dense({units}",
        '"units": 64': f'"units": {units}',
        "60 kB": f"{room} kB",
        "60,000": f"{room},000",
        "60_000": f"{room}_000",
        "205 kB": f"{round((4 * weights + 2000) / 1000)} kB",
        "clothes.tflite": f"{name}.tflite",
    }
