"""Other numbers of epochs, another folder."""


def variant(rng):
    stop = rng.choice([2, 4])
    epochs = stop + rng.choice([2, 3])
    folder = rng.choice(["evening", "pause", "so_far"])
    return {
        "3 epochs": f"{stop} epochs",
        "STOP = 3": f"STOP = {stop}",
        "5 epochs": f"{epochs} epochs",
        "EPOCHS = 5": f"EPOCHS = {epochs}",
        "(3, 5)": f"({stop}, {epochs})",
        '"night"': f'"{folder}"',
    }
