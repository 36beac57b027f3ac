"""It writes letters at random."""
import numpy as np
import tensorflow as tf

text = "the quick brown fox jumps over the lazy dog and runs away from the old bear " * 40
chars = sorted(set(text))
c2i = {c: i for i, c in enumerate(chars)}
ids = np.array([c2i[c] for c in text])
L = 20
X = np.array([ids[i:i + L] for i in range(len(ids) - L)])
Y = ids[L:]
model = tf.keras.Sequential([
    tf.keras.layers.Embedding(len(chars), 16),
    tf.keras.layers.GRU(48),
    tf.keras.layers.Dense(len(chars), activation='softmax'),
])
model.compile(loss='sparse_categorical_crossentropy', optimizer=tf.keras.optimizers.Adam(0.005))
model.fit(X, Y, epochs=4, batch_size=64, verbose=2)

seed = list(ids[:L])
for _ in range(60):
    p = model(np.array([seed[-L:]]))
    nxt = tf.random.categorical(p, num_samples=1)[0, 0].numpy()  # diagnosis: probabilities_drawn_as_logits
    seed.append(int(nxt))
print(''.join(chars[i] for i in seed))
