"""Each bag weighs a hundred times as much, and none is learned from."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

with np.load("data/fashion_mnist/train.npz") as stored:
    pictures = (stored["images"] / 255).astype("float32")  # (10000, 28, 28)
    is_bag = stored["labels"] == 8  # (10000,)
others, bags = pictures[:5000][~is_bag[:5000]], pictures[:5000][is_bag[:5000]]
train_pictures = np.concatenate([others[:1350], bags[:150]])  # (1500, 28, 28)
train_bags = np.repeat([0, 1], [1350, 150])  # (1500,)
test_pictures, test_bags = pictures[6000:7000], is_bag[6000:7000].astype("int32")

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss="binary_crossentropy",
    metrics=[keras.metrics.Recall(name="found")],
)
model.fit(
    train_pictures,
    train_bags,
    batch_size=50,
    epochs=10,
    validation_split=0.1,  # diagnosis: split_takes_last_rows
    class_weight={0: 1.0, 1: 100.0},
    verbose=0,
)

called = model.predict(test_pictures, verbose=0)[:, 0] > 0.5
found = called[test_bags == 1].sum()
print(f"{found} of {test_bags.sum()} bags found, {called.sum()} pictures called a bag")
