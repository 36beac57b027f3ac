import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

rng = np.random.default_rng(0)
N, S = 300, 64
imgs = np.zeros((N, S, S, 1), "float32")
boxes = np.zeros((N, 4), "float32")
kind = rng.integers(0, 2, N)
for i in range(N):
    x0, y0 = rng.integers(0, 40, 2)
    w = rng.integers(10, 22)
    imgs[i, y0:y0 + w, x0:x0 + w] = 1
    if kind[i]:
        imgs[i, y0 + 3:y0 + w - 3, x0 + 3:x0 + w - 3] = 0
    boxes[i] = [x0, y0, x0 + w, y0 + w]

inp = layers.Input((S, S, 1))
t = layers.Conv2D(8, 3, strides=2, activation="relu")(inp)
t = layers.Conv2D(16, 3, strides=2, activation="relu")(t)
t = layers.Flatten()(t)
t = layers.Dense(32, activation="relu")(t)
box = layers.Dense(4, name="box")(t)
cls = layers.Dense(1, activation="sigmoid", name="cls")(t)
model = tf.keras.Model(inp, [box, cls])
model.compile(optimizer="adam", loss=["mse", "binary_crossentropy"], metrics={"cls": "accuracy"})  # diagnosis: one_loss_drowns_others
model.fit(imgs, [boxes, kind], epochs=6, batch_size=32, validation_split=0.2, verbose=2)
