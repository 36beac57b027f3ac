"""'Your input ran out of data; interrupting training' in the middle of the first epoch: the progress bar stops at 5/100."""
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow.keras.layers import Conv2D, Dense, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

top = tempfile.mkdtemp()
rng = np.random.default_rng(12)
for part, number in (("train", 40), ("test", 16)):
    for k, animal in enumerate(["cats", "dogs"]):
        os.makedirs(os.path.join(top, part, animal))
        for i in range(number):
            picture = rng.integers(0, 170, (32, 32, 3))
            picture[6 + 10 * k : 16 + 10 * k, 4:28] += 80
            Image.fromarray(picture.astype("uint8")).save(os.path.join(top, part, animal, f"{animal}.{i}.jpg"))

classifier = Sequential()
classifier.add(Input((32, 32, 3)))
classifier.add(Conv2D(16, (3, 3), activation="relu"))
classifier.add(MaxPooling2D(pool_size=(2, 2)))
classifier.add(Flatten())
classifier.add(Dense(units=32, activation="relu"))
classifier.add(Dense(units=1, activation="sigmoid"))
classifier.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])

train_datagen = ImageDataGenerator(rescale=1.0 / 255, zoom_range=0.2, horizontal_flip=True)
test_datagen = ImageDataGenerator(rescale=1.0 / 255)
training_set = train_datagen.flow_from_directory(
    os.path.join(top, "train"), target_size=(32, 32), batch_size=16, class_mode="binary"
)
test_set = test_datagen.flow_from_directory(
    os.path.join(top, "test"), target_size=(32, 32), batch_size=16, class_mode="binary"
)
classifier.fit(
    training_set,
    steps_per_epoch=100,  # diagnosis: ran_out_of_data
    epochs=4,
    validation_data=test_set,
)
