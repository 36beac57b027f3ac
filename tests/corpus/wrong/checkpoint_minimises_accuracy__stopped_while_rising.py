"""Early stopping ends the training after four epochs although val_accuracy still rises."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(11)
rng = np.random.default_rng(11)
x = rng.normal(size=(400, 10)).astype("float32")
y = (np.sin(x[:, 0] * 2) + x[:, 1] * x[:, 2] > 0).astype("int32")

model = tf.keras.Sequential([
    tf.keras.Input((10,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
stop = tf.keras.callbacks.EarlyStopping(  # diagnosis: checkpoint_minimises_accuracy
    monitor="val_accuracy", mode="min", patience=3, restore_best_weights=True  # diagnosis: checkpoint_minimises_accuracy
)
history = model.fit(
    x[:320], y[:320], validation_data=(x[320:], y[320:]), epochs=40, callbacks=[stop], verbose=0
)
print(len(history.history["loss"]), "epochs", history.history["val_accuracy"])
