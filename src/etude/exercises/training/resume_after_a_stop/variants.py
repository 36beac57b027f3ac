"""Other numbers of epochs, another folder."""


def variant(rng):
    stop = rng.choice([1, 2, 3])
    epochs = stop + rng.choice([2, 3])
    folder = rng.choice(["backup", "so_far", "night", "state"])
    return {
        "2 epochs": f"{stop} epochs" if stop > 1 else "1 epoch",
        "STOP = 2": f"STOP = {stop}",
        "5 epochs": f"{epochs} epochs",
        "EPOCHS = 5": f"EPOCHS = {epochs}",
        "(2, 5)": f"({stop}, {epochs})",
        '"kept"': f'"{folder}"',
    }
