"""NameError from a loaded model: name 'tf' is not defined. But it is imported, and price_of I even gave to custom_objects!"""
import os
import tempfile

import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
price_of = tf.constant(rng.normal(size=(50, 6)).astype("float32"))
goods = rng.integers(0, 50, (240, 4))
bought = (price_of.numpy()[goods].sum(axis=(1, 2)) > 0).astype("float32")

model = keras.Sequential([
    keras.Input((4,), dtype="int32"),
    keras.layers.Lambda(lambda numbers: tf.gather(price_of, numbers), output_shape=(4, 6)),  # diagnosis: loaded_lambda_lacks_name
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(goods[:200], bought[:200], validation_data=(goods[200:], bought[200:]), epochs=6, verbose=0)

path = os.path.join(tempfile.mkdtemp(), "basket.keras")
model.save(path)
again = keras.models.load_model(path, safe_mode=False, custom_objects={"price_of": price_of})  # diagnosis: loaded_lambda_lacks_name
print(again.predict(goods[200:203], verbose=0))
