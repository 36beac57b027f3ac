"""load_weights complained about shapes, so I let it skip mismatches. Now it loads but predicts rubbish."""
import numpy as np
import keras

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
x = rng.normal(size=(300, 8)).astype("float32")
y = (x[:, :3].sum(axis=1) > 0).astype("int32")


def network(width):
    model = keras.Sequential([
        keras.Input((8,)),
        keras.layers.Dense(width, activation="relu"),
        keras.layers.Dense(width, activation="relu"),
        keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
    return model


first = network(32)
first.fit(x[:240], y[:240], epochs=10, verbose=0)
first.save_weights("trained.weights.h5")

model = network(64)
model.load_weights("trained.weights.h5", skip_mismatch=True)  # diagnosis: weights_skipped
print("loss, accuracy:", model.evaluate(x[240:], y[240:], verbose=0))
