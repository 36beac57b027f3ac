"""Other words, another value to fill up with."""


def variant(rng):
    things, name = rng.choice([("walks", "walk"), ("hikes", "hike"), ("runs", "run")])
    filling = rng.choice([2, 3, 5])
    return {
        "walks": things,
        "walk": name,
        "load_walks": f"load_{things}",
        "other_walks": f"other_{things}",
        "finished": rng.choice(["finished", "completed", "succeeded"]),
        "with -1": f"with -{filling}",
        "-1.0": f"-{filling}.0",
        "-1,": f"-{filling},",
    }
