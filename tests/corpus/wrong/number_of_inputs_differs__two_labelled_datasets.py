# Input 1 of layer 'functional' is incompatible with the layer: it gets the labels?
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(19)
rng = np.random.default_rng(19)
grade = keras.utils.to_categorical(rng.integers(0, 3, 90), 3)
photos = tf.data.Dataset.from_tensor_slices((rng.random((90, 8, 8, 1)).astype("float32"), grade))
scans = tf.data.Dataset.from_tensor_slices((rng.random((90, 8, 8, 1)).astype("float32"), grade))
both = tf.data.Dataset.zip((photos, scans)).batch(15)  # diagnosis: number_of_inputs_differs

a, b = keras.Input((8, 8, 1)), keras.Input((8, 8, 1))
flat = keras.layers.Concatenate()([keras.layers.Flatten()(a), keras.layers.Flatten()(b)])
model = keras.Model([a, b], keras.layers.Dense(3, activation="softmax")(flat))
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(both, epochs=2, verbose=0)
