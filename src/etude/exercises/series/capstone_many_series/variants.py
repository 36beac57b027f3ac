"""Another name of the file."""


def variant(rng):
    return {"ridership.keras": rng.choice(["week.keras", "stations.keras", "passengers.keras"])}
