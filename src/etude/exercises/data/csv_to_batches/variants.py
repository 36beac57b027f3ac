"""Other numbers for the species, other sizes of batches."""


def variant(rng):
    species = ["Adelie", "Chinstrap", "Gentoo"]
    numbered = rng.sample(species, 3)
    return {
        "0 for Adelie": f"0 for {numbered[0]}",
        "1 for Chinstrap": f"1 for {numbered[1]}",
        "2 for Gentoo": f"2 for {numbered[2]}",
        '["Adelie", "Chinstrap", "Gentoo"]': str(numbered).replace("'", '"'),
        "16": rng.choice([12, 20, 24]),
    }
