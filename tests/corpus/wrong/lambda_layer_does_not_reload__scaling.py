"""load_model: 'Requested the deserialization of a `Lambda` layer'. It was me who saved that model!"""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.integers(0, 256, (80, 8, 8, 1)).astype("float32")
y = (x.mean(axis=(1, 2, 3)) > 127).astype("int32")

model = keras.Sequential([
    keras.Input((8, 8, 1)),
    keras.layers.Lambda(lambda pixels: pixels / 255.0),  # diagnosis: lambda_layer_does_not_reload
    keras.layers.Flatten(),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:60], y[:60], validation_data=(x[60:], y[60:]), epochs=4, verbose=0)
model.save("bright.keras")
again = keras.models.load_model("bright.keras")  # diagnosis: lambda_layer_does_not_reload
print(again.predict(x[:2], verbose=0))
