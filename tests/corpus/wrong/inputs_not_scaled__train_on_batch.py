"""Loan table, batch by batch: accuracy stays where it began."""
import keras
import numpy as np

keras.utils.set_random_seed(14)
rng = np.random.default_rng(14)
income = rng.uniform(1000, 9000, 512)
share = rng.uniform(0, 1, 512)
x = np.stack([income, share], axis=1).astype("float32")
y = (income / 9000 + share > 1.05).astype("float32")
model = keras.Sequential([
    keras.Input((2,)),
    keras.layers.Dense(8, activation="tanh"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="sgd", loss="binary_crossentropy", metrics=["accuracy"])
for epoch in range(8):
    model.reset_metrics()
    order = rng.permutation(512)
    for i in range(0, 512, 32):
        rows = order[i : i + 32]
        logs = model.train_on_batch(x[rows], y[rows], return_dict=True)  # diagnosis: inputs_not_scaled
    print(epoch, logs)
