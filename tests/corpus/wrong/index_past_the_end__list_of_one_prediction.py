"""Since the upgrade the loop over my reconstructions stops after the first: list index out of range."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
curves = np.sin(rng.uniform(0, 3, (160, 1)) + np.arange(10) / 2).astype("float32")

code = keras.Input((3,))
drawn = keras.layers.Dense(10)(code)
drawing = keras.Model(inputs=[code], outputs=[drawn])

inputs = keras.Input((10,))
output = drawing(keras.layers.Dense(3, activation="tanh")(inputs))
model = keras.Model(inputs=[inputs], outputs=[output])
model.compile("adam", "mse")
model.fit(curves, curves, epochs=5, verbose=0)

again = model.predict(curves[:4], verbose=0)
for place in range(4):
    print(np.abs(curves[place] - again[place]).mean())  # diagnosis: index_past_the_end
