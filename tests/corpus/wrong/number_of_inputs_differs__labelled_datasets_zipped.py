"""Layer expects 3 inputs but received 2: my three datasets of (picture, label) are zipped."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
part = rng.integers(0, 2, 120)
label = tf.keras.utils.to_categorical(part, 2)


def camera(channel):
    pictures = rng.random((120, 8, 8, 3)).astype("float32") * 0.5
    pictures[part == 1, :, :, channel] += 0.5
    return tf.data.Dataset.from_tensor_slices((pictures, label))


left, top, right = camera(0), camera(1), camera(2)
train = tf.data.Dataset.zip((left, top, right)).batch(20)  # diagnosis: number_of_inputs_differs

ends, middles = [], []
for name in ("left", "top", "right"):
    inp = tf.keras.Input((8, 8, 3), name=name)
    ends.append(inp)
    middles.append(tf.keras.layers.GlobalAveragePooling2D()(tf.keras.layers.Conv2D(4, 3, activation="relu")(inp)))
out = tf.keras.layers.Dense(2, activation="softmax")(tf.keras.layers.Concatenate()(middles))
model = tf.keras.Model(ends, out)
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=3, verbose=0)
