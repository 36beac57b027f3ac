"""Other numbers for the species, other parts to learn from."""


def variant(rng):
    species = rng.sample(["Adelie", "Chinstrap", "Gentoo"], 3)
    learned = rng.choice([190, 195, 200, 205])
    words = ", ".join(f'"{name}"' for name in species)
    return {
        "Adelie, Chinstrap or Gentoo?": f"{species[0]}, {species[1]} or {species[2]}?",
        '"Adelie", "Chinstrap", "Gentoo"': words,
        "200": learned,
        "63": 263 - learned,
    }
