"""A first look whether the network can learn one batch by heart, and then the training itself."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 3, 360)
features = (rng.normal(size=(360, 6)) + 2 * np.eye(6)[labels]).astype("float32")
train = tf.data.Dataset.from_tensor_slices((features[:300], labels[:300])).shuffle(300).batch(30).prefetch(2)


def build():
    model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(32, activation="relu"), keras.layers.Dense(3)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(keras.optimizers.Adam(0.01), loss, metrics=["accuracy"])
    return model


probe = build()
x, y = next(iter(train))
for _ in range(60):
    value = probe.train_on_batch(x, y)[0]
    probe.reset_metrics()
print("one batch", float(value))

model = build()
for epoch in range(5):
    model.reset_metrics()
    for x, y in train:
        logs = model.train_on_batch(x, y, return_dict=True)
    print(epoch, logs)
print(model.evaluate(features[300:], labels[300:], verbose=0))
