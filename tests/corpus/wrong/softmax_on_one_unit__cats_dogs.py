"""My cat/dog network always says dog: every prediction is exactly 1.0 and accuracy stays at 0.5."""
import numpy as np
from tensorflow.keras.layers import *
from tensorflow.keras.models import Sequential
from tensorflow.keras.utils import set_random_seed

set_random_seed(7)
rng = np.random.default_rng(7)
labels = np.arange(200) % 2
pictures = rng.uniform(0, 255, (200, 16, 16, 3)).astype("float32")
pictures[labels == 1, 4:12, 4:12] *= 0.4
order = rng.permutation(200)
pictures, labels = pictures[order], labels[order]

model = Sequential([
    Input((16, 16, 3)),
    Rescaling(1.0 / 255),
    Conv2D(8, 3, activation="relu"),
    MaxPooling2D(),
    Conv2D(16, 3, activation="relu"),
    GlobalAveragePooling2D(),
    Dense(1, activation="softmax"),  # diagnosis: softmax_on_one_unit
])
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model.fit(pictures, labels, batch_size=20, epochs=5, validation_split=0.2, verbose=2)
print(np.unique(model.predict(pictures[:50], verbose=0)))
