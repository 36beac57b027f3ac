"""100 % test accuracy on noisy medical data, too good to be true?"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(21)
N = 1000
table = {
    "glucose": rng.normal(110, 25, N),
    "bmi": rng.normal(29, 6, N),
    "age": rng.integers(20, 80, N).astype(float),
    "pressure": rng.normal(72, 10, N),
}
risk = 0.03 * (table["glucose"] - 110) + 0.08 * (table["bmi"] - 29) + rng.normal(0, 1.2, N)
table["outcome"] = (risk > 0.4).astype(float)

columns = list(table)
features = np.stack([table[c] for c in columns], axis=1)  # diagnosis: label_among_inputs
labels = table["outcome"]

split = int(0.8 * N)
features = (features - features[:split].mean(0)) / features[:split].std(0)
model = tf.keras.Sequential([
    tf.keras.layers.Dense(16, activation="relu", input_shape=(len(columns),)),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(features[:split], labels[:split], epochs=15, verbose=2)
print("Test accuracy", model.evaluate(features[split:], labels[split:], verbose=0)[1])
