"""Another number of epochs, and another highest rate."""


def variant(rng):
    epochs = rng.choice([12, 14, 16, 18])
    names = {12: "eleven", 14: "thirteen", 16: "fifteen", 18: "seventeen"}
    numbers = {12: "twelve", 14: "fourteen", 16: "sixteen", 18: "eighteen"}
    return {
        "15": epochs,
        "fourteen": names[epochs],
        "fifteen": numbers[epochs],
        "0.05": rng.choice(["0.05", "0.06", "0.08"]),
    }
