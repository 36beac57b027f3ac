"""Writes numbers backwards, with attention: the loss stops half way down."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
VOCAB, STEPS, UNITS = 12, 5, 32
read = rng.integers(2, VOCAB, (256, STEPS))
write = np.concatenate([np.ones((256, 1), int), read[:, ::-1]], axis=1)
data = tf.data.Dataset.from_tensor_slices((read, write)).shuffle(256).batch(32)


class Encoder(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.words = layers.Embedding(VOCAB, 16)
        self.gru = layers.GRU(UNITS, return_sequences=True, return_state=True)

    def call(self, x):
        return self.gru(self.words(x))


class Decoder(tf.keras.Model):
    def __init__(self):
        super().__init__()
        self.words = layers.Embedding(VOCAB, 16)
        self.gru = layers.GRU(UNITS, return_state=True)
        self.seen, self.asked, self.score = layers.Dense(UNITS), layers.Dense(UNITS), layers.Dense(1)
        self.out = layers.Dense(VOCAB)

    def call(self, x, hidden, encoded):
        score = self.score(tf.nn.tanh(self.seen(encoded) + tf.expand_dims(self.asked(hidden), 1)))
        context = tf.reduce_sum(tf.nn.softmax(score, axis=1) * encoded, axis=1)
        x = tf.concat([tf.expand_dims(context, 1), self.words(x)], axis=-1)
        output, state = self.gru(x)  # diagnosis: state_not_taken_up
        return self.out(output), state


encoder, decoder = Encoder(), Decoder()
optimizer = tf.keras.optimizers.Adam(0.005)
loss_of = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)


@tf.function
def train_step(x, y):
    loss = 0.0
    with tf.GradientTape() as tape:
        encoded, hidden = encoder(x)
        for t in range(STEPS):
            logits, hidden = decoder(y[:, t : t + 1], hidden, encoded)
            loss += loss_of(y[:, t + 1], logits)
    weights = encoder.trainable_variables + decoder.trainable_variables
    optimizer.apply_gradients(zip(tape.gradient(loss, weights), weights))
    return loss / STEPS


for epoch in range(3):
    losses = [float(train_step(x, y)) for x, y in data]
    print(epoch, np.mean(losses))
