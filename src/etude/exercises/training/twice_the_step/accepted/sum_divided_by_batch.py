"""The sum of one half, divided by the whole batch; what is printed is left alone."""

import keras
import numpy as np
import tensorflow as tf

# Before TensorFlow makes its first tensor: afterwards its devices are settled.
cpu = tf.config.list_physical_devices("CPU")[0]
tf.config.set_logical_device_configuration(cpu, [tf.config.LogicalDeviceConfiguration()] * 2)

DEVICES = ["CPU:0", "CPU:1"]
BATCH = 40


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
        model = build_model()

    def step(x, y):  # (20, 28, 28) and (20,): the half of one device
        with tf.GradientTape() as tape:
            logits = model(x, training=True)
            losses = keras.losses.sparse_categorical_crossentropy(y, logits, from_logits=True)
            loss = tf.reduce_sum(losses) / BATCH
        gradients = tape.gradient(loss, model.trainable_variables)
        model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss

    @tf.function
    def step_on_all(x, y):
        return strategy.reduce("SUM", strategy.run(step, args=(x, y)), axis=None)

    for epoch in range(epochs):
        for x, y in strategy.experimental_distribute_dataset(data):
            loss = step_on_all(x, y)
        print(f"epoch {epoch + 1}: loss of the last batch {float(loss):.3f}")
    return model


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(BATCH)
    trained = train(batches, epochs=3)
    print("weights on", trained.weights[0].value)
