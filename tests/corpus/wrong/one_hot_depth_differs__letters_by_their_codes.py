"""Arguments `target` and `output` must have the same shape: where do 123 columns come from? There are 26 letters."""
import keras
import numpy as np
from keras import layers
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(17)
shapes = rng.random((26, 8, 8)) > 0.5
drawn, codes = [], []
for _ in range(520):
    k = rng.integers(26)
    drawn.append(shapes[k] * 0.8 + rng.random((8, 8)) * 0.2)
    codes.append(ord("a") + k)
rows = keras.utils.to_categorical(codes)
x_train, x_test, y_train, y_test = train_test_split(np.array(drawn)[..., None], rows, test_size=0.2, random_state=2)

model = keras.Sequential([
    layers.Input((8, 8, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(26, activation="softmax"),  # diagnosis: one_hot_depth_differs
])
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, y_train, validation_data=(x_test, y_test), epochs=3, verbose=0)
