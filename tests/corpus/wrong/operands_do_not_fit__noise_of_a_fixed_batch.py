# noisy inputs in a training step of one's own
import keras
import numpy as np
import tensorflow as tf

BATCH = 64


class NoisyClassifier(keras.Model):
    def __init__(self):
        super().__init__()
        self.hidden = keras.layers.Dense(16, activation="relu")
        self.scores = keras.layers.Dense(3)

    def call(self, inputs):
        return self.scores(self.hidden(inputs))

    def train_step(self, data):
        x, y = data
        noise = tf.random.normal((BATCH, 6), stddev=0.1)
        with tf.GradientTape() as tape:
            scores = self(x + noise, training=True)  # diagnosis: operands_do_not_fit
            loss = self.compute_loss(x, y, scores)
        gradients = tape.gradient(loss, self.trainable_variables)
        self.optimizer.apply_gradients(zip(gradients, self.trainable_variables))
        return {"loss": loss}


rng = np.random.default_rng(0)
x = rng.normal(size=(160, 6)).astype("float32")
y = (x[:, 0] > 0).astype("int32") + (x[:, 1] > 0)

model = NoisyClassifier()
model.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True))
model.fit(x, y, epochs=2)
