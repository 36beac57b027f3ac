"""Churn yes or no: accuracy is exactly the share of yes."""
import keras
import numpy as np

keras.utils.set_random_seed(33)
rng = np.random.default_rng(33)
x = rng.normal(size=(320, 6)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0.5).astype("float32")[:, None]
model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="softmax"),  # diagnosis: softmax_on_one_unit
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
for epoch in range(4):
    order = rng.permutation(320)
    for i in range(0, 320, 32):
        logs = model.train_on_batch(x[order[i : i + 32]], y[order[i : i + 32]], return_dict=True)
    print(epoch, logs)
