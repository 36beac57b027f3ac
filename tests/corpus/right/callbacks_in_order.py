"""Checkpoint of the best, early stopping that restores, a plateau that is quicker than it, a backup and a log."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(300, 10)).astype("float32")
y = (x[:, 0] + 0.5 * x[:, 1] + rng.normal(size=300) * 0.5 > 0).astype("int32")
model = keras.Sequential([
    keras.Input((10,)),
    keras.layers.Dense(16, activation="relu", kernel_regularizer=keras.regularizers.l2(0.01)),
    keras.layers.Dropout(0.3),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
callbacks = [
    keras.callbacks.BackupAndRestore("backup"),
    keras.callbacks.ModelCheckpoint("best.keras", monitor="val_loss", save_best_only=True),
    keras.callbacks.ReduceLROnPlateau(monitor="val_loss", factor=0.5, patience=2),
    keras.callbacks.EarlyStopping(monitor="val_loss", patience=6, restore_best_weights=True),
    keras.callbacks.CSVLogger("log.csv"),
]
model.fit(x[:220], y[:220], validation_data=(x[220:], y[220:]), epochs=25, callbacks=callbacks, verbose=0)
best = keras.models.load_model("best.keras")
print(best.evaluate(x[220:], y[220:], verbose=0), model.evaluate(x[220:], y[220:], verbose=0))
