"""Other kinds of clothes in another order, another bound, and another name of the file."""

TOPS = ("T-shirt/top", "Pullover", "Coat", "Shirt", "Dress")
OTHERS = ("Trouser", "Sandal", "Sneaker", "Bag", "Ankle boot")


def variant(rng):
    kinds = [*rng.sample(TOPS, 3), *rng.sample(OTHERS, 3)]
    rng.shuffle(kinds)
    room = rng.choice([18, 20, 22, 24, 26])  # kB
    file = rng.choice(["camera", "device", "edge", "sorter", "clothes", "shelf"])
    quoted = ", ".join(f'"{kind}"' for kind in kinds)
    return {
        '"Dress", "Bag", "Sneaker", "T-shirt/top", "Coat", "Trouser"': quoted,
        "Dress, Bag, Sneaker, T-shirt/top, Coat and Trouser": f"{', '.join(kinds[:-1])} and {kinds[-1]}",
        "20,000 bytes": f"{room},000 bytes",
        "20_000": f"{room}_000",
        "camera.tflite": f"{file}.tflite",
    }
