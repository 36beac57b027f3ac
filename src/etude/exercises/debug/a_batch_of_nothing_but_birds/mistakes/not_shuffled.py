"""Single drawings, with a buffer of one batch."""

import keras
import numpy as np
from keras import layers

CLASSES = ["bird", "bug", "fruit"]
SIDE = 32  # pixels

keras.utils.set_random_seed(1)

training_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    batch_size=None,
    shuffle=False,
    verbose=False,
)
training_data = training_data.cache().shuffle(16).batch(16).prefetch(2)  # diagnosis: not_shuffled

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Rescaling(1 / 255),
        layers.Conv2D(16, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.SGD(0.02), loss="sparse_categorical_crossentropy", metrics=["accuracy"]
)
model.fit(training_data, epochs=3, verbose=2)

for pictures, labels in training_data.take(4):
    counts = np.bincount(labels, minlength=len(CLASSES))
    print(", ".join(f"{count:2} {name}s" for count, name in zip(counts, CLASSES)))
