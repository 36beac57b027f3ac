"""Another share."""


def variant(rng):
    share, right, rest = rng.choice(
        [("0.2", "0.8", "0.02"), ("0.3", "0.7", "0.03"), ("0.4", "0.6", "0.04")]
    )
    epochs = 2
    return {
        "**0.1**": f"**{share}**",
        "0.9 + 0.01": f"{right} + {rest}",
        "others 0.01": f"others {rest}",
        "SOFTNESS = 0.1": f"SOFTNESS = {share}",
        "smoothing=0.1": f"smoothing={share}",
        "learning_rate=0.1": f"learning_rate={rng.choice([0.04, 0.05, 0.06, 0.07, 0.08, 0.09, 0.12])}",
        "3 epochs": f"{epochs} epochs",
        "EPOCHS = 3": f"EPOCHS = {epochs}",
        "epochs=3": f"epochs={epochs}",
    }
