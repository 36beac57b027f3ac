import numpy as np
import keras
from keras import layers

rng = np.random.default_rng(0)
n = 300
pictures = rng.random((n, 20, 20, 3)).astype("float32")
color = rng.integers(0, 4, n)
shape = rng.integers(0, 4, n)
for i in range(n):
    pictures[i, color[i] * 5:color[i] * 5 + 5, :, 0] += 0.8
    pictures[i, :, shape[i] * 5:shape[i] * 5 + 5, 1] += 0.8

inp = keras.Input((20, 20, 3))
t = layers.Flatten()(layers.Conv2D(8, 3, activation="relu")(inp))
color_out = layers.Dense(4, activation="softmax", name="color")(t)
shape_out = layers.Dense(4, activation="softmax", name="shape")(t)
model = keras.Model(inp, [color_out, shape_out])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy", "accuracy"])
model.fit(pictures, [color, shape], epochs=8, batch_size=20, verbose=2)

shape_pred, color_pred = model.predict(pictures)  # diagnosis: outputs_in_other_order
print("color accuracy", (color_pred.argmax(1) == color).mean())
print("shape accuracy", (shape_pred.argmax(1) == shape).mean())
