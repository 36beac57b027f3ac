"""Which of thirty things stand on a shelf: the pipeline gives pictures, the network names nothing."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
THINGS = 30


def shelf():
    there = rng.random(THINGS) < 0.05
    picture = rng.normal(100, 30, (24, 24, 1))
    for thing in np.flatnonzero(there):
        row, column = divmod(thing, 6)
        picture[row * 4:row * 4 + 3, column * 4:column * 4 + 3] += 100
    return np.clip(picture, 0, 255).astype("float32"), there.astype("float32")


pictures, labels = map(np.stack, zip(*[shelf() for _ in range(900)]))
train = tf.data.Dataset.from_tensor_slices((pictures, labels)).shuffle(900).batch(32).prefetch(2)

inputs = tf.keras.Input((24, 24, 1))
x = tf.keras.layers.Rescaling(1 / 255)(inputs)
x = tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu")(x)
x = tf.keras.layers.GlobalAveragePooling2D()(x)
outputs = tf.keras.layers.Dense(THINGS, activation="sigmoid")(x)
model = tf.keras.Model(inputs, outputs)
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss=tf.keras.losses.BinaryCrossentropy(),
    metrics=[tf.keras.metrics.BinaryAccuracy(name="accuracy")],  # diagnosis: accuracy_of_rare_labels
)
model.fit(train, epochs=6, verbose=2)
print("things named:", int((model.predict(pictures[:100], verbose=0) > 0.5).sum()))
