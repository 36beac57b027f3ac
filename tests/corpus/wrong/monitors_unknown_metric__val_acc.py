"""EarlyStopping: 'Keras isn't able to automatically determine whether that metric should be maximized'."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

rng = np.random.default_rng(0)
x = rng.normal(size=(200, 4)).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("int32")

model = tf.keras.Sequential([
    tf.keras.Input((4,)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
callbacks = [
    EarlyStopping(monitor="val_acc", patience=5, restore_best_weights=True),  # diagnosis: monitors_unknown_metric
    ReduceLROnPlateau(monitor="val_loss", patience=2),
]
model.fit(x, y, validation_split=0.2, epochs=10, callbacks=callbacks, verbose=0)  # diagnosis: monitors_unknown_metric
