"""Asks for just as many epochs as would be right."""

import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:1000] / 255.0, stored["labels"][:1000]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(128, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
stop_in_time = keras.callbacks.EarlyStopping(
    monitor="val_loss", patience=3, restore_best_weights=True
)
history = model.fit(pictures, labels, validation_split=0.3, epochs=10, verbose=0)  # diagnosis: callbacks_not_passed

losses = history.history["val_loss"]
best = int(np.argmin(losses))
print(f"{len(losses)} epochs; the best was epoch {best + 1}")
print(f"validation loss {losses[best]:.3f} in that epoch, {losses[-1]:.3f} in the last")
