"""0.95 before saving, 0.33 after loading: the weights were there, load_weights said nothing."""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
middle = rng.normal(size=(3, 6))
kinds = rng.integers(0, 3, 300)
x = (middle[kinds] + 0.5 * rng.normal(size=(300, 6))).astype("float32")


def create_model():
    model = keras.Sequential()
    model.add(keras.Input((6,)))
    model.add(keras.layers.Dense(24, activation="relu"))
    model.add(keras.layers.Dropout(0.1))
    model.add(keras.layers.Dense(3, activation="softmax"))
    model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
    return model


model = create_model()
model.fit(x[:240], kinds[:240], epochs=15, verbose=0)
print("trained:", model.evaluate(x[240:], kinds[240:], verbose=0))
model.save("kinds.h5")

loaded = create_model()
loaded.load_weights("kinds.h5", by_name=True)  # diagnosis: loaded_by_other_names
print("loaded:", loaded.evaluate(x[240:], kinds[240:], verbose=0))
