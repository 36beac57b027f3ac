import keras
import numpy as np
import tensorflow as tf

WEIGHTS = "best.weights.h5"


def train_model(model, train_data, validation_data, epochs):
    """Trains until validation gets no better; the best weights are then in WEIGHTS."""
    keep_best = keras.callbacks.ModelCheckpoint(  # diagnosis: best_weights_not_kept
        WEIGHTS,
        monitor="val_accuracy",
        save_weights_only=True,
    )
    stop_in_time = keras.callbacks.EarlyStopping(monitor="val_loss", patience=3)
    return model.fit(
        train_data,
        validation_data=validation_data,
        epochs=epochs,
        callbacks=[keep_best, stop_in_time],
    )


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
