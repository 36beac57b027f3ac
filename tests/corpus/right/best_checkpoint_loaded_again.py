"""ModelCheckpoint keeps the best model, which is loaded and judged on rows never used before."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

x = rng.normal(size=(400, 5)).astype("float32")
y = np.digitize(x[:, 0] + 0.3 * x[:, 1], [-0.5, 0.5])
train, val, test = slice(0, 260), slice(260, 330), slice(330, 400)
model = keras.Sequential([
    keras.Input((5,)), keras.layers.Dense(24, activation="relu"), keras.layers.Dense(3)
])
model.compile(
    optimizer=keras.optimizers.Adam(0.01),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
keeper = keras.callbacks.ModelCheckpoint("best.keras", monitor="val_accuracy", save_best_only=True)
model.fit(x[train], y[train], validation_data=(x[val], y[val]), epochs=10, callbacks=[keeper], verbose=0)
best = keras.models.load_model("best.keras")
print(best.evaluate(x[test], y[test], verbose=0))
