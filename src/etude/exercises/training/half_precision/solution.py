import keras
import numpy as np
import tensorflow as tf

keras.mixed_precision.set_global_policy("mixed_float16")


def build_model():
    """A new model, compiled, with the same first weights each time."""
    first, last = (keras.initializers.GlorotUniform(seed) for seed in (1, 2))
    inputs = keras.Input((28, 28))
    x = keras.layers.Flatten()(inputs)
    x = keras.layers.Dense(16, activation="relu", kernel_initializer=first)(x)
    outputs = keras.layers.Dense(10, kernel_initializer=last, dtype="float32")(x)
    model = keras.Model(inputs, outputs)
    model.compile(
        optimizer=keras.optimizers.SGD(0.1),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def train(model, data, epochs):
    """Takes a step for every batch."""
    measure = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    for _ in range(epochs):
        for x, y in data:
            with tf.GradientTape() as tape:
                loss = measure(y, model(x, training=True))
                scaled = model.optimizer.scale_loss(loss)  # the step divides by the scale
            gradients = tape.gradient(scaled, model.trainable_variables)
            model.optimizer.apply_gradients(zip(gradients, model.trainable_variables))


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:960] / np.float32(255), stored["labels"][:960]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(32)
    classifier = build_model()
    train(classifier, batches, epochs=3)
    print(classifier.evaluate(batches, return_dict=True, verbose=0))
