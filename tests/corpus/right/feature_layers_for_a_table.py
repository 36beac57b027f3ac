"""Dictionary inputs: Normalization, StringLookup and IntegerLookup adapted on training rows, in the model."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
columns = {
    "age": rng.normal(40, 12, 300).astype("float32"),
    "city": rng.choice(["rome", "oslo", "lima"], 300),
}
target = ((columns["city"] == "oslo") + (columns["age"] > 40) > 0).astype("int32")
ds = tf.data.Dataset.from_tensor_slices((columns, target))
train, val = ds.take(240), ds.skip(240)

normalise = layers.Normalization(axis=None)
normalise.adapt(columns["age"][:240])
lookup = layers.StringLookup(output_mode="one_hot")
lookup.adapt(columns["city"][:240])
inputs = {"age": keras.Input((1,), name="age"), "city": keras.Input((1,), name="city", dtype="string")}
x = layers.Concatenate()([normalise(inputs["age"]), lookup(inputs["city"])])
x = layers.Dense(16, activation="relu")(x)
model = keras.Model(inputs, layers.Dense(1, activation="sigmoid")(x))
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])


def columned(row, label):
    return {name: tf.expand_dims(value, -1) for name, value in row.items()}, label


train = train.shuffle(240).batch(24).map(columned, tf.data.AUTOTUNE).prefetch(tf.data.AUTOTUNE)
val = val.batch(24).map(columned, tf.data.AUTOTUNE).prefetch(tf.data.AUTOTUNE)
model.fit(train, validation_data=val, epochs=8, verbose=0)
unseen = {"age": tf.constant([[33.0]]), "city": tf.constant([["bern"]])}
print(model.predict(unseen, verbose=0))
