"""Every rate saves its best network under one name, and reads it before the next one writes there."""
import os
import tempfile

import keras
import numpy as np

rng = np.random.default_rng(4)
leaves = rng.normal(size=(600, 5)).astype("float32")
ill = (leaves[:, 0] + leaves[:, 1] * leaves[:, 2] > 0).astype("int32")
path = os.path.join(tempfile.mkdtemp(), "best.keras")
learned, judged, last = slice(0, 400), slice(400, 500), slice(500, None)

networks = {}
for rate in (0.001, 0.01, 0.05):
    keras.utils.set_random_seed(4)
    model = keras.Sequential([
        keras.Input((5,)),
        keras.layers.Dense(24, activation="relu"),
        keras.layers.Dense(2, activation="softmax"),
    ])
    model.compile(keras.optimizers.Adam(rate), "sparse_categorical_crossentropy", metrics=["accuracy"])
    keep = keras.callbacks.ModelCheckpoint(path, monitor="val_accuracy", mode="max", save_best_only=True)
    model.fit(
        leaves[learned], ill[learned], validation_data=(leaves[judged], ill[judged]), epochs=12, callbacks=[keep], verbose=0
    )
    networks[rate] = keras.models.load_model(path)

scores = {rate: one.evaluate(leaves[judged], ill[judged], verbose=0)[1] for rate, one in networks.items()}
best = max(scores, key=scores.get)
print(scores, networks[best].evaluate(leaves[last], ill[last], verbose=0))
