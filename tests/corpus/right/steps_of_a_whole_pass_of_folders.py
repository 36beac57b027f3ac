"""A generator of pictures whose steps are its batches, told by its length and by counting."""
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow.keras.layers import Conv2D, Dense, Dropout, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

top = tempfile.mkdtemp()
rng = np.random.default_rng(12)
for k, animal in enumerate(["cats", "dogs"]):
    os.makedirs(os.path.join(top, animal))
    for i in range(64):
        picture = rng.integers(0, 170, (32, 32, 3))
        picture[6 + 10 * k : 16 + 10 * k, 4:28] += 80
        Image.fromarray(picture.astype("uint8")).save(os.path.join(top, animal, f"{animal}.{i}.jpg"))

common = {"target_size": (32, 32), "batch_size": 16, "class_mode": "binary"}
train_datagen = ImageDataGenerator(rescale=1.0 / 255, horizontal_flip=True, validation_split=0.25)
val_datagen = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25)
training_set = train_datagen.flow_from_directory(top, subset="training", seed=1, **common)
val_set = val_datagen.flow_from_directory(top, subset="validation", shuffle=False, **common)

classifier = Sequential()
classifier.add(Input((32, 32, 3)))
classifier.add(Conv2D(16, (3, 3), activation="relu"))
classifier.add(MaxPooling2D(pool_size=(2, 2)))
classifier.add(Flatten())
classifier.add(Dense(units=32, activation="relu"))
classifier.add(Dropout(0.3))
classifier.add(Dense(units=1, activation="sigmoid"))
classifier.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
classifier.fit(
    training_set,
    steps_per_epoch=training_set.samples // 16,
    epochs=4,
    validation_data=val_set,
    validation_steps=len(val_set),
)
