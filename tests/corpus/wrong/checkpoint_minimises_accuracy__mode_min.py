"""The 'best' checkpoint is always from the first epoch and has the lowest validation accuracy."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
y = rng.integers(0, 3, 400)
x = (rng.normal(size=(400, 4)) + 1.5 * np.eye(4)[y]).astype("float32")

model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
checkpoint = tf.keras.callbacks.ModelCheckpoint(
    "best.keras", monitor="val_accuracy", mode="min", save_best_only=True, verbose=1  # diagnosis: checkpoint_minimises_accuracy
)
model.fit(x[:300], y[:300], validation_data=(x[300:], y[300:]), epochs=12, callbacks=[checkpoint], verbose=0)
best = tf.keras.models.load_model("best.keras")
print("reloaded", best.evaluate(x[300:], y[300:], verbose=0), "last", model.evaluate(x[300:], y[300:], verbose=0))
