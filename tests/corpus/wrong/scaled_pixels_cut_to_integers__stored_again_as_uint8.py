import numpy as np
import matplotlib.pyplot as plt
from tensorflow.keras import Sequential, layers

rng = np.random.default_rng(0)
labels = rng.integers(0, 3, 500)
images = rng.integers(0, 120, (500, 21, 21, 1)).astype("uint8")
for i, k in enumerate(labels):
    images[i, :, k * 7:k * 7 + 7] += 110

images = (images / 255).astype("uint8")  # diagnosis: scaled_pixels_cut_to_integers
x_train, x_test = images[:400], images[400:]
y_train, y_test = labels[:400], labels[400:]

model = Sequential([
    layers.Input((21, 21, 1)),
    layers.Conv2D(16, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(3, activation="softmax"),
])
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
hist = model.fit(x_train, y_train, epochs=5, validation_data=(x_test, y_test))
plt.plot(hist.history["val_accuracy"])
plt.show()
