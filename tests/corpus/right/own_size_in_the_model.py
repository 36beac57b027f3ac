"""Photos of any size: the pipeline leaves them alone, the model brings them to its own size."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

def photos():
    for i in range(60):
        side = 20 + 4 * (i % 3)
        dark = i % 2
        yield rng.uniform(0, 120, (side, side, 3)).astype("float32") + 100.0 * dark, dark


spec = (tf.TensorSpec((None, None, 3), tf.float32), tf.TensorSpec((), tf.int32))
data = tf.data.Dataset.from_generator(photos, output_signature=spec)
data = data.map(lambda image, label: (tf.image.resize(image, (24, 24)), label)).cache()
model = keras.Sequential([
    keras.Input((None, None, 3)),
    keras.layers.Resizing(24, 24),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(6, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.05), "binary_crossentropy", metrics=["accuracy"])
model.fit(data.take(45).shuffle(45).batch(9), validation_data=data.skip(45).batch(9), epochs=5, verbose=0)
