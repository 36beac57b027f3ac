"""Sums, divided by the size of the whole batch by hand."""

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
        add = keras.losses.SparseCategoricalCrossentropy(from_logits=True, reduction="sum")

    def step(batch):
        x, y = batch
        with tf.GradientTape() as tape:
            loss = add(y, model(x, training=True)) / BATCH
        model.optimizer.apply(tape.gradient(loss, model.trainable_weights), model.trainable_weights)
        return loss

    spread = tf.function(
        lambda batch: strategy.reduce("SUM", strategy.run(step, args=(batch,)), axis=None)
    )
    for epoch in range(epochs):
        losses = [spread(batch) for batch in strategy.experimental_distribute_dataset(data)]
        print(epoch, float(np.mean(losses)))
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(BATCH)
    trained = train(batches, epochs=3)
    print("weights on", trained.weights[0].value)
