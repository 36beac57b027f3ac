"""Another name of the file."""


def variant(rng):
    return {"co2.keras": rng.choice(["air.keras", "next_week.keras", "mauna_loa.keras"])}
