"""Decoder of a small translator: the loss goes to nothing, decoding step by step gives rubbish."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
vocab, length = 20, 7
source = rng.integers(2, vocab, (1500, length))
target = np.concatenate([np.ones((1500, 1), "int64"), source[:, ::-1]], axis=1)
decoder_in, decoder_out = target[:, :-1], target[:, 1:]
mask = np.triu(np.ones((1, length, length)), k=1)

enc_in = keras.Input((length,), name="source")
enc = layers.Embedding(vocab, 32)(enc_in) + layers.Embedding(length, 32)(np.arange(length))
enc = layers.LayerNormalization()(enc + layers.MultiHeadAttention(2, 16)(enc, enc))
dec_in = keras.Input((length,), name="target")
dec = layers.Embedding(vocab, 32)(dec_in) + layers.Embedding(length, 32)(np.arange(length))
dec = layers.LayerNormalization()(
    dec
    + layers.MultiHeadAttention(2, 16)(
        dec, dec, attention_mask=mask  # diagnosis: later_steps_visible
    )
)
dec = layers.LayerNormalization()(dec + layers.MultiHeadAttention(2, 16)(dec, enc))
out = layers.Dense(vocab, activation="softmax")(layers.Dense(64, activation="relu")(dec))
model = keras.Model([enc_in, dec_in], out)
model.compile(keras.optimizers.Adam(0.003), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit([source, decoder_in], decoder_out, epochs=8, batch_size=64, verbose=0)

written = np.zeros((1, length), "int64")
written[0, 0] = 1
for i in range(length - 1):
    written[0, i + 1] = model.predict([source[:1], written], verbose=0)[0, i].argmax()
print(source[0, ::-1], written[0, 1:])
