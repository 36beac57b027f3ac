"""ModelCheckpoint keeps the model of the LAST epoch. I want the best one."""
import keras
import numpy as np
from keras.callbacks import ModelCheckpoint

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
X = rng.normal(size=(140, 30)).astype("float32")
y = (X[:, 0] * 2 + 1.5 * rng.normal(size=140)).astype("float32")
train, valid = slice(0, 90), slice(90, 140)

model = keras.Sequential([
    keras.Input((30,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), loss="mse")
keep = ModelCheckpoint("model.keras", monitor="val_loss")  # diagnosis: best_weights_not_kept
history = model.fit(  # diagnosis: best_weights_not_kept
    X[train], y[train], validation_data=(X[valid], y[valid]), epochs=30, callbacks=[keep], verbose=0
)
reloaded = keras.models.load_model("model.keras")
print("best", min(history.history["val_loss"]), "kept", reloaded.evaluate(X[valid], y[valid], verbose=0))
