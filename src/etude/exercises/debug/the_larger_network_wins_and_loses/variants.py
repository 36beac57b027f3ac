"""Networks of other sizes."""


def variant(rng):
    small, large = rng.choice([(6, 24), (10, 20), (12, 32)])
    return {"8": small, "16": large, "error_of(8)": f"error_of({small})"}
