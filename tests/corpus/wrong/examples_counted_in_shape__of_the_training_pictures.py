import numpy as np
from tensorflow.keras import Input, Model, layers

rng = np.random.default_rng(0)
x_train = rng.random((120, 24, 24, 3)).astype("float32")
y_train = rng.integers(0, 4, 120)

inp = Input(shape=x_train.shape)  # diagnosis: examples_counted_in_shape
x = layers.Conv2D(8, 3, activation="relu")(inp)
x = layers.GlobalAveragePooling2D()(x)
out = layers.Dense(4, activation="softmax")(x)
model = Model(inp, out)
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x_train, y_train, epochs=2)
