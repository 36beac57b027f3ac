"""A small trainer class around my model; income and age go in as they are."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(30)
rng = np.random.default_rng(30)
income, age = rng.uniform(800, 12000, 480), rng.uniform(18, 90, 480)
x = np.stack([income, age], axis=1).astype("float32")
y = (income / 12000 + age / 90 > 1.05).astype("float32")[:, None]


class Trainer:
    def __init__(self, model):
        self.model = model
        self.optimizer = tf.keras.optimizers.SGD(0.01)
        self.loss = tf.keras.losses.BinaryCrossentropy()

    @tf.function
    def step(self, inputs, labels):
        with tf.GradientTape() as tape:
            loss = self.loss(labels, self.model(inputs, training=True))
        gradients = tape.gradient(loss, self.model.trainable_variables)  # diagnosis: inputs_not_scaled
        self.optimizer.apply_gradients(zip(gradients, self.model.trainable_variables))
        return loss

    def train(self, data, epochs):
        for epoch in range(epochs):
            total = [float(self.step(inputs, labels)) for inputs, labels in data]
            print(epoch, np.mean(total))


model = tf.keras.Sequential([
    tf.keras.Input((2,)),
    tf.keras.layers.Dense(8, activation="sigmoid"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
Trainer(model).train(tf.data.Dataset.from_tensor_slices((x, y)).shuffle(480).batch(32), epochs=6)
