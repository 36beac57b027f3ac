"""A curve over the epochs that were asked for, of a training that stopped before."""
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

EPOCHS = 60
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 5)).astype("float32")
y = (x[:, 0] + rng.normal(size=200) > 0).astype("int32")
model = tf.keras.Sequential([
    tf.keras.layers.Input((5,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
stop = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=3, restore_best_weights=True)
history = model.fit(x, y, epochs=EPOCHS, validation_split=0.3, callbacks=[stop], verbose=0)
plt.plot(np.arange(EPOCHS), history.history["loss"], label="train")  # diagnosis: curve_has_other_length
plt.plot(np.arange(EPOCHS), history.history["val_loss"], label="validation")
plt.legend()
plt.savefig("curves.png")
