"""Reverses sequences with additive attention."""
import numpy as np
import tensorflow as tf
class Bahdanau(tf.keras.layers.Layer):
    def __init__(self, units):
        super().__init__()
        self.W1, self.W2, self.V = tf.keras.layers.Dense(units), tf.keras.layers.Dense(units), tf.keras.layers.Dense(1)
    def call(self, query, values):
        score = self.V(tf.nn.tanh(self.W1(tf.expand_dims(query, 1)) + self.W2(values)))
        weights = tf.nn.softmax(score, axis=1)
        return tf.reduce_sum(weights * values, axis=1), weights
class Decoder(tf.keras.Model):
    def __init__(self, vocab, units):
        super().__init__()
        self.emb = tf.keras.layers.Embedding(vocab, 16)
        self.gru = tf.keras.layers.GRU(units, return_state=True)
        self.attn, self.fc = Bahdanau(units), tf.keras.layers.Dense(vocab)
    def call(self, tok, state, enc):
        ctx, _ = self.attn(state, enc)
        x = tf.concat([tf.expand_dims(ctx, 1), self.emb(tok)], axis=-1)
        out, state = self.gru(x, initial_state=state)
        return self.fc(out), state
rng = np.random.default_rng(1)
src = rng.integers(2, 14, (320, 5)); tgt = src[:, ::-1]
emb, enc = tf.keras.layers.Embedding(14, 16), tf.keras.layers.GRU(32, return_sequences=True, return_state=True)
dec, opt = Decoder(14, 32), tf.keras.optimizers.Adam(5e-3)
lossf = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
@tf.function
def step(s, t):
    with tf.GradientTape() as tape:
        out, state = enc(emb(s))
        tok = tf.ones((tf.shape(s)[0], 1), tf.int64)
        loss = 0.0
        for k in range(5):
            logits, state = dec(tok, state, out)
            loss += lossf(t[:, k], logits)
            tok = tf.expand_dims(t[:, k], 1)
    v = emb.trainable_variables + enc.trainable_variables + dec.trainable_variables
    opt.apply_gradients(zip(tape.gradient(loss, v), v))
    return loss / 5
ds = tf.data.Dataset.from_tensor_slices((src, tgt)).shuffle(320).batch(32)
for epoch in range(8):
    print(epoch, np.mean([float(step(s, t)) for s, t in ds]))
