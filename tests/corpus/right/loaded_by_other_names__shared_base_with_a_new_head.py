"""The named layers of a first network are loaded into one with another head, which is then trained."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
x = rng.normal(size=(300, 6)).astype("float32")
signs = (x[:, :3].sum(axis=1) > 0).astype("float32")
sums = x[:, :3].sum(axis=1)


def create_model(head):
    return keras.Sequential([
        keras.Input((6,)),
        keras.layers.Dense(24, activation="relu", name="hidden"),
        head,
    ])


first = create_model(keras.layers.Dense(1, activation="sigmoid"))
first.compile("adam", "binary_crossentropy", metrics=["accuracy"])
first.fit(x[:240], signs[:240], epochs=15, validation_data=(x[240:], signs[240:]), verbose=0)
first.save("signs.h5")

second = create_model(keras.layers.Dense(1))
second.load_weights("signs.h5", by_name=True)
second.compile(keras.optimizers.Adam(0.01), "mse")
second.fit(x[:240], sums[:240], epochs=15, validation_data=(x[240:], sums[240:]), verbose=0)
