"""Another number of batches for a step, another norm."""


def variant(rng):
    together = rng.choice([2, 3, 5])
    norm = rng.choice(["3.1", "3.2", "3.3", "3.4", "3.5", "3.6"])
    words = {2: "two", 3: "three", 5: "five"}[together]
    return {
        "4 batches": f"{together} batches",
        "multiple of 4": f"multiple of {together}",
        "BATCHES_PER_STEP = 4": f"BATCHES_PER_STEP = {together}",
        "BATCHES = 8": f"BATCHES = {2 * together}",
        "together=4": f"together={together}",
        "(4, 16, 28, 28) and (4, 16)": f"({together}, 16, 28, 28) and ({together}, 16)",
        "the four gradients": f"the {words} gradients",
        "Four such lists": f"{words.capitalize()} such lists",
        "holds four": f"holds {words}",
        "3.0": norm,
    }
