"""The function for F1 was replaced by the one of Keras; since then the weights of every epoch are kept."""
import keras
import numpy as np
from keras.callbacks import ModelCheckpoint

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
readings = rng.normal(size=(160, 7)).astype("float32")
faulty = (readings[:, 0] * 2 - readings[:, 3] > 0.4).astype("float32").reshape(-1, 1)

model = keras.Sequential([
    keras.Input((7,)),
    keras.layers.Dense(24, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy", keras.metrics.F1Score(threshold=0.5), "recall"])

keep = ModelCheckpoint("kept.weights.h5", monitor="F1", mode="max",  # diagnosis: monitors_unknown_metric
                       save_best_only=True, save_weights_only=True)
model.fit(readings[:120], faulty[:120], validation_data=(readings[120:], faulty[120:]),
          epochs=6, batch_size=32, callbacks=[keep], verbose=2)
