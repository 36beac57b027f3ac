"""Digits drawn black on white, turned into their negatives for a model of white digits."""
import numpy as np
from PIL import Image, ImageDraw
from sklearn.datasets import load_digits
from tensorflow.keras import layers, models, utils

utils.set_random_seed(1)
digits = load_digits()
x = np.kron(digits.images, np.ones((1, 2, 2)))[..., None] / 16.0
y = digits.target

model = models.Sequential([
    layers.Input((16, 16, 1)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(10, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:1500], y[:1500], epochs=4, batch_size=32, validation_data=(x[1500:], y[1500:]), verbose=2)

strokes = {1: [(8, 2, 8, 14)], 7: [(3, 3, 12, 3), (12, 3, 6, 14)], 4: [(5, 2, 4, 9), (4, 9, 12, 9), (10, 5, 10, 14)]}
for digit, lines in strokes.items():
    sheet = Image.new("L", (16, 16), 255)
    pen = ImageDraw.Draw(sheet)
    for line in lines:
        pen.line(line, fill=0, width=2)
    picture = 1 - np.asarray(sheet).reshape(1, 16, 16, 1) / 255.0
    answer = model.predict(picture, verbose=0)
    print(digit, "taken for", answer.argmax())
