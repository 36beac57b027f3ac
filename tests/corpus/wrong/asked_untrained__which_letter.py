"""Which of three letters is it? The network is built and compiled, and gives the same letter every time."""
import keras
import numpy as np
from keras import layers

letters = ["L", "T", "U"]
shapes = np.zeros((3, 9, 9, 1), "float32")
shapes[0, 1:8, 2] = shapes[0, 7, 2:7] = 1
shapes[1, 1, 2:7] = shapes[1, 1:8, 4] = 1
shapes[2, 1:8, 2] = shapes[2, 1:8, 6] = shapes[2, 7, 2:7] = 1

model = keras.Sequential([
    keras.Input((9, 9, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.Flatten(),
    layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])

for letter, shape in zip(letters, shapes):
    answer = model.predict(shape[np.newaxis], verbose=0)  # diagnosis: asked_untrained
    print(letter, "is taken for", letters[int(answer.argmax())])
