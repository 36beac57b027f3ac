"""The given vocabulary is spelt as the layer standardises texts."""
import keras
import numpy as np

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
words = ["goal", "match", "coach", "oven", "sauce", "bread"]
vectorize = keras.layers.TextVectorization(vocabulary=words, output_sequence_length=6)
labels = rng.integers(0, 2, 200)
texts = [" ".join(word.capitalize() for word in rng.choice(words[3 * k:3 * k + 3], 5)) + "!" for k in labels]
x = np.array(vectorize(texts))
model = keras.Sequential([
    keras.Input((6,), dtype="int64"),
    keras.layers.Embedding(len(words) + 2, 8, mask_zero=True),
    keras.layers.GlobalAveragePooling1D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:160], labels[:160], validation_data=(x[160:], labels[160:]), epochs=6, verbose=0)
