"""Another name of the file."""


def variant(rng):
    return {"sunspots.keras": rng.choice(["sun.keras", "next_year.keras", "forecast.keras"])}
