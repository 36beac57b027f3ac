"""An area under the curve is to rise: mode="max", a small min_delta, the best weights kept."""
import keras
import numpy as np

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
x = rng.normal(size=(500, 6)).astype("float32")
y = (x[:, 0] + x[:, 1] * x[:, 2] + 0.3 * rng.normal(size=500) > 0).astype("int32")
model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=[keras.metrics.AUC(name="auc")])
stop = keras.callbacks.EarlyStopping(
    monitor="val_auc", mode="max", min_delta=1e-3, patience=6, restore_best_weights=True
)
model.fit(x[:400], y[:400], validation_data=(x[400:], y[400:]), epochs=40, callbacks=[stop], verbose=0)
print(model.evaluate(x[400:], y[400:], verbose=0))
