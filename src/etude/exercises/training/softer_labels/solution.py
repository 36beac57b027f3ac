import keras
import numpy as np
import tensorflow as tf

SOFTNESS = 0.1


class Softened(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            outputs = self(x, training=True)
            soft = keras.losses.CategoricalCrossentropy(from_logits=True, label_smoothing=SOFTNESS)
            loss = soft(tf.one_hot(y, outputs.shape[-1]), outputs)  # labels (batch, 10)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        for metric in self.metrics:
            if metric.name == "loss":
                metric.update_state(loss)
            else:
                metric.update_state(y, outputs)
        return self.get_metrics_result()


def wrap(model):
    """The same layers in a model whose steps are its own."""
    own = Softened(model.inputs, model.outputs[0])
    own.compile(
        optimizer=model.optimizer,
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
