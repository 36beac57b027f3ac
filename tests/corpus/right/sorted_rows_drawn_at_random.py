"""Rows lie class by class, and each batch is drawn from all of them."""
import keras
import numpy as np

keras.utils.set_random_seed(8)
rng = np.random.default_rng(8)
labels = np.repeat([0, 1, 2], 120)
features = (rng.normal(size=(360, 4)) + 2 * np.eye(4)[labels]).astype("float32")
model = keras.Sequential([
    keras.Input((4,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(3, activation="softmax")
])
model.compile(keras.optimizers.Adam(0.02), "sparse_categorical_crossentropy")
losses = []
for step in range(80):
    rows = rng.choice(len(features), 32, replace=False)
    losses.append(float(model.train_on_batch(features[rows], labels[rows])))
    model.reset_metrics()
print(np.mean(losses[:10]), np.mean(losses[-10:]))
print((model.predict(features, verbose=0).argmax(axis=1) == labels).mean())
