"""The second epoch shows loss 0.0, and nothing is learned afterwards."""
import numpy as np
from tensorflow import keras

images = np.random.rand(200, 16, 16, 3)
labels = (images[..., 2].mean((1, 2)) > 0.5).astype(int)

def batch_generator(x, y, batch_size):
    for start in range(0, len(x), batch_size):
        yield x[start:start + batch_size], y[start:start + batch_size]

model = keras.Sequential([
    keras.layers.Input((16, 16, 3)),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="rmsprop", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(batch_generator(images, labels, 20), steps_per_epoch=10, epochs=8, verbose=1)  # diagnosis: ran_out_of_data
print(history.history["loss"])
