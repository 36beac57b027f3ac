"""F1Score gives an array of one number; what is kept is the epoch in which it was highest."""
import keras
import numpy as np
from keras.callbacks import EarlyStopping, ModelCheckpoint

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
readings = rng.normal(size=(400, 7)).astype("float32")
faulty = (readings[:, 0] * 2 - readings[:, 3] > 0.4).astype("float32").reshape(-1, 1)

model = keras.Sequential([
    keras.Input((7,)),
    keras.layers.Dense(24, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(
    keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy", keras.metrics.F1Score(threshold=0.5)]
)

keep = ModelCheckpoint("kept.weights.h5", monitor="val_f1_score", mode="max", save_best_only=True,
                       save_weights_only=True)
stop = EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
model.fit(readings[:300], faulty[:300], validation_data=(readings[300:], faulty[300:]),
          epochs=12, batch_size=32, callbacks=[keep, stop], verbose=2)
