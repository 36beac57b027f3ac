# bytes are brought to 0 to 1 inside the model
import keras
import numpy as np

rng = np.random.default_rng(0)
pictures = rng.integers(0, 256, (24, 8, 8, 1)).astype("float32")
dark = (pictures.mean(axis=(1, 2, 3)) < 127).astype("float32")
scale = keras.layers.Rescaling("1/255")  # diagnosis: words_among_numbers
scaled = scale(pictures)
model = keras.Sequential([keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(scaled, dark, epochs=2, verbose=0)
