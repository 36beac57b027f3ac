"""The other score, two probabilities instead of one, and another name of the file."""

FILES = ("reviews.keras", "sure.keras", "score.keras", "likely.keras")


def variant(rng):
    scores = _other_score() if rng.random() < 0.5 else {}
    outputs = _two_outputs(*("great", "other") if scores else ("other", "great"))
    two = rng.random() < 0.7
    return {"praise.keras": rng.choice(FILES)} | scores | (outputs if two else {})


def _other_score():
    return {
        'row["score"] == "great"': 'row["score"] == "other"',
        'classes=("other", "great")': 'classes=("great", "other")',
        "the **probability** that the score of a review is `great`": (
            "the **probability** that the score of a review is `other`"
        ),
        "probable it is that a review is praise without reserve": (
            "probable it is that a review is less than praise without reserve"
        ),
    }


def _two_outputs(first, second):
    score = "the **probability** that the score of a review is"
    return {
        "`(n, 1)`": "`(n, 2)`",
        f"{score} `great`": (
            f"the **probabilities** that the score of a review is `{first}` and that it is "
            f"`{second}`"
        ),
        "between 0 and 1.": "which sum to 1.",
        "shape=(1,)": "shape=(2,)",
        'layers.Dense(1, activation="sigmoid"': 'layers.Dense(2, activation="softmax"',
        "layers.Dense(1)": "layers.Dense(2)",
        '"binary_crossentropy"': '"sparse_categorical_crossentropy"',
        "keras.losses.BinaryCrossentropy": "keras.losses.SparseCategoricalCrossentropy",
    }
