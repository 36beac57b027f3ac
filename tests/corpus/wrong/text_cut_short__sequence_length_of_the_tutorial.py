"""Reviews of 60 words, the verdict is at the end; accuracy stays at 0.5. I use output_sequence_length=10."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
filler = [f"w{i}" for i in range(40)]
labels = rng.integers(0, 2, 240)
texts = [" ".join([*rng.choice(filler, 60), "good" if k else "bad"]) for k in labels]
x = tf.constant(texts)
vectorize = keras.layers.TextVectorization(max_tokens=100, output_sequence_length=10)  # diagnosis: text_cut_short
vectorize.adapt(x[:200])
inputs = keras.Input((), dtype="string")
h = keras.layers.Embedding(100, 8, mask_zero=True)(vectorize(inputs))
h = keras.layers.GlobalAveragePooling1D()(h)
model = keras.Model(inputs, keras.layers.Dense(1, activation="sigmoid")(h))
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:200], labels[:200], validation_data=(x[200:], labels[200:]), epochs=5, verbose=2)
