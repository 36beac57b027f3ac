"""Tells trees by their leaves."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

# length and width of a leaf in centimetres, and whose it is, as two people typed it (made up)
TYPED = """\
6.0,4.9,birch;10.6,6.4, oak;9.4,1.7,Willow;6.9,4.6,Birch
11.0,6.4, Oak;10.0,1.8,willow;6.3,4.4,Birch;10.8,6.1,oak
8.9,1.4,Willow;5.3,4.5,birch;10.9,6.1, oak;9.5,1.5,Willow
6.0,4.7,Birch;11.3,6.0, oak;9.3,1.3,willow;5.8,4.1,Birch
10.4,6.5, oak;8.5,2.0,Willow;6.1,4.5,birch;11.2,6.3, Oak
10.0,1.7,Willow;5.7,4.4,Birch;10.6,6.2,oak;9.1,2.1,willow
5.2,4.3,Birch;10.6,5.7, oak;10.4,1.2,Willow;5.9,4.5,birch
11.7,5.7, oak;10.0,1.6,Willow;5.9,4.4,Birch;11.3,5.9, oak
9.5,1.9,willow;6.8,4.0,Birch;11.7,6.4, Oak;9.3,1.9,Willow
5.8,5.0,birch;11.1,6.1,oak;9.4,1.8,Willow;5.9,4.4,Birch
11.9,5.7, oak;7.9,1.8,willow;5.9,4.7,Birch;10.9,6.2, oak
9.6,2.0,Willow;5.8,4.5,birch;11.9,6.3, oak;9.1,2.4,Willow
6.3,4.5,Birch;10.5,6.3, Oak;9.1,1.5,willow;5.4,4.5,Birch
11.5,6.1,oak;8.8,2.0,Willow;6.0,4.8,birch;11.5,6.2, oak
9.4,1.8,Willow;5.5,4.8,Birch;11.6,6.2, oak;9.4,1.7,willow
"""
TEST = [
    (5.7, 4.4, "birch"), (10.8, 6.0, "oak"), (9.3, 1.5, "willow"),
    (6.1, 4.6, "birch"), (10.5, 5.7, "oak"), (9.5, 2.0, "willow"),
    (5.7, 4.5, "birch"), (10.8, 6.3, "oak"), (9.1, 2.0, "willow"),
    (5.9, 4.8, "birch"), (11.0, 6.1, "oak"), (8.9, 1.6, "willow"),
    (5.9, 4.7, "birch"), (11.1, 6.0, "oak"), (9.7, 2.0, "willow"),
    (5.9, 4.5, "birch"), (10.8, 6.4, "oak"), (9.7, 1.6, "willow"),
]

rows = [row.split(",") for line in TYPED.splitlines() for row in line.split(";")]
features = np.array([row[:2] for row in rows], dtype="float32")  # (60, 2)
test_features = np.array([row[:2] for row in TEST], dtype="float32")  # (18, 2)

trees = [row[2].strip().lower() for row in rows]  # one spelling for each
number = layers.StringLookup(num_oov_indices=0)
number.adapt(trees)
species = number.get_vocabulary()
labels = number(trees).numpy()  # (60,)

scale = layers.Normalization()
scale.adapt(features)
model = keras.Sequential(
    [
        keras.Input((2,)),
        scale,
        layers.Dense(16, activation="relu"),
        layers.Dense(len(species), activation="softmax"),
    ]
)
model.compile(optimizer=keras.optimizers.Adam(0.02), loss="sparse_categorical_crossentropy")
model.fit(features, labels, batch_size=12, epochs=40, verbose=0)

probabilities = model.predict(test_features, verbose=0)  # (18, classes)
answers = np.array(species)[probabilities.argmax(axis=1)]  # (18,) names
right = np.mean([answer == tree for answer, (_, _, tree) in zip(answers, TEST)])
print(f"{len(species)} species: {species}; right: {right:.2f}")
