"""The model is made before the scope, in which it is only trained."""

import keras
import numpy as np
import tensorflow as tf

# Before TensorFlow makes its first tensor: afterwards its devices are settled.
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)

DEVICES = ["CPU:0", "CPU:1"]
BATCH = 32


def build_model():
    """A new model, compiled, with the same first weights each time."""
    first, last = (keras.initializers.GlorotUniform(seed) for seed in (1, 2))
    model = keras.Sequential(  # diagnosis: model_outside_strategy_scope
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(16, activation="relu", kernel_initializer=first),
            keras.layers.Dense(10, kernel_initializer=last),
        ]
    )
    model.compile(
        optimizer=keras.optimizers.SGD(0.1),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def train(data, epochs):
    """Trains on all devices; returns the trained model."""
    model = build_model()
    strategy = tf.distribute.MirroredStrategy(DEVICES)
    with strategy.scope():
        model.fit(data, epochs=epochs, shuffle=False, verbose=0)
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(BATCH)
    trained = train(batches, epochs=3)
    print("weights on", trained.weights[0].value)
