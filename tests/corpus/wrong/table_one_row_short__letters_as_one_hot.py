"""IndexError while making the one-hot letters, but only for some of the texts."""
import numpy as np

words = ["stone", "water", "cloud", "fire", "grass"]
letters = sorted(set("".join(words)))
letter_to_id = {c: i for i, c in enumerate(letters, start=1)}  # 0 stays free for padding
longest = max(len(w) for w in words)


def one_hot(words):
    size = len(letter_to_id)  # diagnosis: table_one_row_short
    x = np.zeros((len(words), longest, size), "float32")
    for i, word in enumerate(words):
        for t, c in enumerate(word):
            x[i, t, letter_to_id[c]] = 1.0
    return x


print(one_hot(words).shape)
