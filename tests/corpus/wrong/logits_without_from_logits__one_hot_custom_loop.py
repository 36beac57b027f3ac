"""Why does the loss of my training loop become nan or stay at 8? Logits have no activation, as in the tutorial."""
import keras
import numpy as np
import tensorflow as tf


def make_data(n=300, seed=3):
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 3, n)
    inputs = rng.normal(size=(n, 5)) + 2 * np.eye(5)[labels]
    return inputs.astype("float32"), np.eye(3, dtype="float32")[labels]


def make_model():
    inputs = keras.Input((5,))
    x = keras.layers.Dense(16, activation="relu")(inputs)
    outputs = keras.layers.Dense(3)(x)  # diagnosis: logits_without_from_logits
    return keras.Model(inputs, outputs)


def main():
    keras.utils.set_random_seed(3)
    inputs, labels = make_data()
    model = make_model()
    optimizer = keras.optimizers.Adam(1e-3)
    loss_fn = keras.losses.CategoricalCrossentropy()  # diagnosis: logits_without_from_logits
    batches = tf.data.Dataset.from_tensor_slices((inputs, labels)).shuffle(300).batch(32)
    batches = batches.prefetch(tf.data.AUTOTUNE)

    @tf.function
    def train_step(x, y):
        with tf.GradientTape() as tape:
            loss = loss_fn(y, model(x, training=True))  # diagnosis: logits_without_from_logits
        grads = tape.gradient(loss, model.trainable_weights)
        optimizer.apply_gradients(zip(grads, model.trainable_weights))
        return loss

    for epoch in range(10):
        losses = [float(train_step(x, y)) for x, y in batches]
        print(epoch, np.mean(losses))


if __name__ == "__main__":
    main()
