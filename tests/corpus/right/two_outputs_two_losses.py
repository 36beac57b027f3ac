"""A class and a number from one trunk, each with its loss, metric and weight."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(300, 5)).astype("float32")
kind = (x[:, 0] > 0).astype("int32") + (x[:, 1] > 0)
size = (x[:, 2] * 2 + 1).astype("float32")
ds = tf.data.Dataset.from_tensor_slices((x, {"kind": kind, "size": size}))
train = ds.take(240).shuffle(240).batch(24).prefetch(tf.data.AUTOTUNE)
val = ds.skip(240).batch(24).prefetch(tf.data.AUTOTUNE)

inputs = tf.keras.Input((5,))
trunk = tf.keras.layers.Dense(32, activation="relu")(inputs)
outputs = {
    "kind": tf.keras.layers.Dense(3, activation="softmax", name="kind")(trunk),
    "size": tf.keras.layers.Dense(1, name="size")(trunk),
}
model = tf.keras.Model(inputs, outputs)
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.01),
    loss={"kind": "sparse_categorical_crossentropy", "size": "mse"},
    loss_weights={"kind": 1.0, "size": 0.5},
    metrics={"kind": ["accuracy"], "size": ["mae"]},
)
model.fit(train, validation_data=val, epochs=8, verbose=0)
print(model.evaluate(val, verbose=0, return_dict=True))
