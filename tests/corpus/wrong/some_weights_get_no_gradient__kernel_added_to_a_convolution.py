"""I give Conv2D a kernel of my own, and training never changes it."""
import keras
import numpy as np

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
kind = rng.integers(0, 2, 200)
tiles = rng.random((200, 12, 12, 1)).astype("float32")
tiles[kind == 1, 3:9, 5:7] += 1.0

edges = keras.layers.Conv2D(6, 3, activation="relu")
edges.add_weight(shape=(3, 3, 1, 6), initializer="he_normal", name="edges")  # diagnosis: some_weights_get_no_gradient

inputs = keras.Input((12, 12, 1))
h = keras.layers.GlobalMaxPooling2D()(edges(inputs))
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
before = edges.weights[0].numpy()
model.fit(tiles, kind, epochs=8, batch_size=32, verbose=0)
print(np.abs(edges.weights[0].numpy() - before).max())
