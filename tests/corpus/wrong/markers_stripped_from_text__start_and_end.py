"""vocab.index('[START]') says that it is not in the list, and I put it into every sentence."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)

pairs = [("go .", "va !"), ("run .", "cours !"), ("stop .", "arrête !"), ("wait .", "attends !"), ("i see .", "je vois .")] * 60
src = [p[0] for p in pairs]
tgt = ["[START] " + p[1] + " [END]" for p in pairs]

src_vec = tf.keras.layers.TextVectorization(max_tokens=200, output_sequence_length=4)
tgt_vec = tf.keras.layers.TextVectorization(max_tokens=200, output_sequence_length=6)  # diagnosis: markers_stripped_from_text
src_vec.adapt(src)
tgt_vec.adapt(tgt)
vocab = tgt_vec.get_vocabulary()
E_in, Y = src_vec(src), tgt_vec(tgt)

enc_in = tf.keras.Input((4,), dtype="int64")
_, st = tf.keras.layers.GRU(32, return_state=True)(tf.keras.layers.Embedding(200, 16)(enc_in))
dec_in = tf.keras.Input((None,), dtype="int64")
d = tf.keras.layers.GRU(32, return_sequences=True)(tf.keras.layers.Embedding(200, 16)(dec_in), initial_state=st)
out = tf.keras.layers.Dense(200, activation="softmax")(d)
m = tf.keras.Model([enc_in, dec_in], out)
m.compile("adam", "sparse_categorical_crossentropy")
m.fit([E_in, Y[:, :-1]], Y[:, 1:], epochs=5, verbose=0)

tok = [vocab.index("[START]")]
for _ in range(5):
    p = m.predict([E_in[:1], np.array([tok])], verbose=0)
    tok.append(int(p[0, -1].argmax()))
    if vocab[tok[-1]] == "[END]":
        break
print(" ".join(vocab[t] for t in tok))
