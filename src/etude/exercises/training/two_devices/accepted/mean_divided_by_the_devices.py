"""The mean of each half, divided by the number of devices; an epoch is one graph."""

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
    model = keras.Sequential(
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
    strategy = tf.distribute.MirroredStrategy(DEVICES)
    with strategy.scope():
        model = build_model()

    @tf.function
    def one_epoch(batches):
        for batch in batches:  # a loop of the graph
            strategy.run(half_step, args=batch)

    def half_step(x, y):
        with tf.GradientTape() as tape:
            mean = tf.reduce_mean(
                keras.losses.sparse_categorical_crossentropy(
                    y, model(x, training=True), from_logits=True
                )
            )
            share = mean / strategy.num_replicas_in_sync
        gradients = tape.gradient(share, model.trainable_variables)
        model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))

    for _ in range(epochs):
        one_epoch(strategy.experimental_distribute_dataset(data))
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(BATCH)
    trained = train(batches, epochs=3)
    print("weights on", trained.weights[0].value)
