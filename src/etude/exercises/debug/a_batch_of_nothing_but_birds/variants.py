"""Another size of batches, and more or fewer filters."""

# A buffer as small as the largest of these still mixes far too little.
WORDS = {8: "eight", 9: "nine", 10: "ten", 12: "twelve", 14: "fourteen"}


def variant(rng):
    batch = rng.choice(list(WORDS))
    return {
        "batch_size=16": f"batch_size={batch}",
        "batch(16)": f"batch({batch})",
        "batch=16": f"batch={batch}",
        "shuffle(16)": f"shuffle({batch})",
        "16 birds": f"{batch} birds",
        "batches of 16": f"batches of {batch}",
        "sixteen": WORDS[batch],
        "Conv2D(16": f"Conv2D({rng.choice([6, 10, 18, 20, 24, 28])}",
    }
