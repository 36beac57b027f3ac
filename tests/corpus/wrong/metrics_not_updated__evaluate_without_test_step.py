"""Training shows a falling loss. evaluate says 0.0, on the very same data. Is my network perfect?"""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(320, 6)).astype("float32")
y = (x[:, :1] - 0.5 * x[:, 1:2] > 0).astype("float32")

shown_loss = keras.metrics.Mean(name="loss")
shown_accuracy = keras.metrics.BinaryAccuracy(name="accuracy")


class Weighted(keras.Model):
    def train_step(self, data):
        x, y = data
        with tf.GradientTape() as tape:
            answer = self(x, training=True)
            loss = tf.reduce_mean((1 + y) * keras.losses.binary_crossentropy(y, answer)[:, None])
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        shown_loss.update_state(loss)
        shown_accuracy.update_state(y, answer)
        return {"loss": shown_loss.result(), "accuracy": shown_accuracy.result()}

    @property
    def metrics(self):
        return [shown_loss, shown_accuracy]


inputs = keras.Input((6,))
model = Weighted(inputs, keras.layers.Dense(1, activation="sigmoid")(inputs))
model.compile(keras.optimizers.Adam(0.02), loss="binary_crossentropy")
model.fit(x, y, epochs=6, batch_size=32, verbose=2)
print(model.evaluate(x, y, verbose=0))  # diagnosis: metrics_not_updated
