# look at some pictures before training
import numpy as np

rng = np.random.default_rng(2)
pictures = rng.random((50, 8, 8)).astype("float32")
kinds = rng.integers(0, 3, 50)

for number in range(45, len(pictures) + 1):
    picture = pictures[number]  # diagnosis: index_past_the_end
    print(number, kinds[number], picture.mean())
