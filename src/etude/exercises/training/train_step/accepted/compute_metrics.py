"""A method of Keras updates the compiled metrics; the norm is added to what it returns."""

import keras
import numpy as np
import tensorflow as tf


@keras.saving.register_keras_serializable("own")
class Measured(keras.Model):
    def build_norm(self):
        self.norm = keras.metrics.Mean("gradient_norm")
        return self

    def train_step(self, data):
        x, y, sample_weight = keras.utils.unpack_x_y_sample_weight(data)
        with tf.GradientTape() as tape:
            y_pred = self(x, training=True)
            loss = self.compute_loss(x, y, y_pred, sample_weight)
        self.metrics[0].update_state(loss)  # the one that is called loss
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        self.norm.update_state(tf.linalg.global_norm(gradients))
        return self.compute_metrics(x, y, y_pred, sample_weight)


def wrap(model):
    own = Measured(inputs=model.inputs, outputs=model.outputs).build_norm()
    own.compile(
        model.optimizer,
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return own


if __name__ == "__main__":
    stored = np.load("data/fashion_mnist/train.npz")
    pictures, labels = stored["images"][:1000] / np.float32(255), stored["labels"][:1000]
    batches = tf.data.Dataset.from_tensor_slices((pictures, labels)).batch(50)

    keras.utils.set_random_seed(1)
    classifier = keras.Sequential(
        [
            keras.Input((28, 28)),
            keras.layers.Flatten(),
            keras.layers.Dense(16, activation="relu"),
            keras.layers.BatchNormalization(),
            keras.layers.Dense(10),
        ]
    )
    classifier.compile(optimizer=keras.optimizers.SGD(0.1))
    history = wrap(classifier).fit(
        batches.skip(4), validation_data=batches.take(4), epochs=3, verbose=0
    )
    print(history.history)
