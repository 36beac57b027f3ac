"""The functional API; the softmax is a layer of its own in float32."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)
keras.mixed_precision.set_global_policy("mixed_float16")

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"] / np.float32(255), stored["labels"]  # (10000, 28, 28), 0 to 1
train_pictures, train_labels = pictures[:3000], labels[:3000]
test_pictures, test_labels = pictures[3000:4000], labels[3000:4000]

inputs = keras.Input((28, 28))
x = layers.Dense(32, activation="relu")(layers.Flatten()(inputs))
logits = layers.Dense(10)(x)
model = keras.Model(inputs, layers.Softmax(dtype="float32")(logits))
model.compile(
    optimizer=keras.optimizers.Adam(0.001),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_pictures, train_labels, batch_size=32, epochs=4, verbose=2)

loss, accuracy = model.evaluate(test_pictures, test_labels, verbose=0)
print(f"on {len(test_labels)} other pictures: loss {loss:.2f}, accuracy {accuracy:.2f}")
