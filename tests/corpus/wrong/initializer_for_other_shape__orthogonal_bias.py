# all weights of a layer begin in the same way
import keras
import numpy as np

rng = np.random.default_rng(0)
x = rng.normal(size=(32, 5)).astype("float32")
start = "orthogonal"
model = keras.Sequential([keras.Input((5,))])
model.add(keras.layers.Dense(8, activation="relu", kernel_initializer=start, bias_initializer=start))  # diagnosis: initializer_for_other_shape
model.add(keras.layers.Dense(1))
model.compile(optimizer="adam", loss="mse")
model.fit(x, x[:, :1], epochs=2, verbose=0)
