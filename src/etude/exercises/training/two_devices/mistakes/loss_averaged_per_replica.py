"""Each device takes the mean over its own half."""

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


strategy = tf.distribute.MirroredStrategy(DEVICES)


def train(data, epochs):
    """Takes a step for every batch, half of it on each device; returns the trained model."""
    with strategy.scope():
        model = build_model()  # each weight once on every device
    every = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="none")

    def step(x, y):  # (16, 28, 28) and (16,): the half of one device
        with tf.GradientTape() as tape:
            losses = every(y, model(x, training=True))
            loss = tf.reduce_mean(losses)  # diagnosis: loss_averaged_per_replica
        gradients = tape.gradient(loss, model.trainable_variables)
        # Adds up the gradients of all devices before the step.
        model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))

    @tf.function
    def step_on_all(x, y):
        strategy.run(step, args=(x, y))

    for _ in range(epochs):
        for x, y in strategy.experimental_distribute_dataset(data):
            step_on_all(x, y)
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(BATCH)
    trained = train(batches, epochs=3)
    print("weights on", trained.weights[0].value)
