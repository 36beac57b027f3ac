import keras
import numpy as np
import tensorflow as tf

WEIGHTS = "best.weights.h5"


class KeepBest(keras.callbacks.Callback):
    """Saves the weights whenever the validation accuracy is higher than ever."""

    def __init__(self, path):
        super().__init__()
        self.path = path
        self.best = -1.0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_accuracy"] > self.best:
            self.best = logs["val_accuracy"]
            self.model.save_weights(self.path, overwrite=True)


class StopInTime(keras.callbacks.Callback):
    """Ends training after some epochs without a lower validation loss."""

    def __init__(self, patience):
        super().__init__()
        self.patience = patience
        self.best = float("inf")
        self.since = 0

    def on_epoch_end(self, epoch, logs=None):
        if logs["val_loss"] < self.best:
            self.best, self.since = logs["val_loss"], 0
        else:
            self.since += 1
        if self.since >= self.patience:
            self.model.stop_training = True


def train_model(model, train_data, validation_data, epochs):
    """Trains until validation gets no better; the best weights are then in WEIGHTS."""
    callbacks = [KeepBest(WEIGHTS), StopInTime(3)]
    history = model.fit(
        train_data.prefetch(1), epochs=epochs, validation_data=validation_data, callbacks=callbacks
    )
    return history


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000] / 255.0, stored["labels"][:1000]
    data = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(50)

    model = keras.Sequential([keras.Input((28, 28)), keras.layers.Flatten(), keras.layers.Dense(10)])
    model.compile(
        optimizer=keras.optimizers.SGD(0.1, momentum=0.9),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    history = train_model(model, data.skip(10), data.take(10), epochs=12)
    print(history.history.keys())
