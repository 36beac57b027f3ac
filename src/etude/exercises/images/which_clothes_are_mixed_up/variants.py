"""Other guesses that count."""


def variant(rng):
    guesses, word = rng.choice([(3, "three"), (4, "four"), (5, "five")])
    return {
        "top_two": f"top_{word}",
        "k=2": f"k={guesses}",
        "guesses=2": f"guesses={guesses}",
        "-2:": f"-{guesses}:",
        "first two": f"first {word}",
        "two most probable": f"{word} most probable",
        "last two columns": f"last {word} columns",
        "top_2_accuracy": f"top_{guesses}_accuracy",
    }
