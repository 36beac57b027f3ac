"""A callback lowers the rate once per epoch, under the name it had in Keras 2."""

import keras
import numpy as np
from keras import layers

EPOCHS, BATCH = 15, 20

keras.utils.set_random_seed(1)

stored = np.load("data/fashion_mnist/train.npz")
pictures, labels = stored["images"][:400] / 255.0, stored["labels"][:400]

model = keras.Sequential(
    [
        keras.Input((28, 28)),
        layers.Flatten(),
        layers.Dense(32, activation="relu"),
        layers.Dense(10, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.05),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)


def set_rate(epoch, logs=None):
    rate = 0.025 * (1 + np.cos(np.pi * epoch / EPOCHS))
    model.optimizer.lr = rate  # diagnosis: learning_rate_set_by_old_name


lower = keras.callbacks.LambdaCallback(on_epoch_begin=set_rate)
history = model.fit(pictures, labels, batch_size=BATCH, epochs=EPOCHS, verbose=0, callbacks=[lower])

losses = history.history["loss"]
print("loss of each epoch:", ", ".join(f"{loss:.2f}" for loss in losses))
print(f"learning rate after the last one: {float(model.optimizer.learning_rate):.4f}")
