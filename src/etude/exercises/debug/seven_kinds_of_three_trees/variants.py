"""Other trees."""


def variant(rng):
    drawn = rng.choice([["birch", "oak", "willow"], ["lime", "maple", "rowan"], ["elm", "beech", "ash"]])
    trees = dict(zip(["birch", "oak", "willow"], drawn))
    return trees | {name.capitalize(): tree.capitalize() for name, tree in trees.items()}
