"""ValueError: File format not supported ... Keras 3 only supports V3 `.keras` files and legacy H5. I exported it with Keras!"""
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(80, 2)).astype("float32")
model = keras.Sequential([keras.Input((2,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.02), "mse")
model.fit(x[:60], x[:60].sum(axis=1), validation_data=(x[60:], x[60:].sum(axis=1)), epochs=8, verbose=0)
model.export("exported", verbose=False)

model = keras.models.load_model("exported")  # diagnosis: folder_given_to_load_model
print(model.predict(x[:2]))
