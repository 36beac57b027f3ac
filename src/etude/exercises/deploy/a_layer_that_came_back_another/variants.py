"""Another name for the class and its arguments."""


def variant(rng):
    kind, of = rng.choice([
        ("Standardise", ("mean", "spread")),
        ("Centre", ("middle", "width")),
        ("ToUnits", ("shift", "scale")),
        ("Levelled", ("level", "range")),
    ])
    words = {"Standardise": kind}
    if of[0] != "mean":
        words |= {
            "mean=0.0, spread=100.0": f"{of[0]}=0.0, {of[1]}=100.0",
            "mean=0.0, spread=1.0": f"{of[0]}=0.0, {of[1]}=1.0",
            "self.mean = mean": f"self.{of[0]} = {of[0]}",
            "self.spread = spread": f"self.{of[1]} = {of[1]}",
            "self.mean": f"self.{of[0]}",
            "self.spread": f"self.{of[1]}",
            "mean=mean, spread=spread": f"{of[0]}=mean, {of[1]}=spread",
            '"mean"': f'"{of[0]}"',
            '"spread"': f'"{of[1]}"',
        }
    return words
