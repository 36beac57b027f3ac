"""Three classes of pictures: accuracy 0.33 in every epoch, and the loss is negative."""
import os
import tempfile

import numpy as np
from PIL import Image
from tensorflow.keras.layers import Activation, Conv2D, Dense, Dropout, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

top = tempfile.mkdtemp()
for part, count in (("train", 40), ("validation", 16)):
    rng = np.random.default_rng(count)
    for k, name in enumerate(["benign", "malignant", "normal"]):
        os.makedirs(os.path.join(top, part, name))
        for i in range(count):
            picture = rng.integers(0, 120, (32, 32, 3))
            picture[5 + 8 * k : 13 + 8 * k, 5:25, k] += 130
            Image.fromarray(picture.astype("uint8")).save(os.path.join(top, part, name, f"{i}.png"))

model = Sequential()
model.add(Input((32, 32, 3)))
model.add(Conv2D(32, (3, 3)))
model.add(Activation("relu"))
model.add(MaxPooling2D(pool_size=(2, 2)))
model.add(Flatten())
model.add(Dense(64))
model.add(Activation("relu"))
model.add(Dropout(0.5))
model.add(Dense(1))
model.add(Activation("sigmoid"))
model.compile(loss="binary_crossentropy", optimizer="rmsprop", metrics=["accuracy"])  # diagnosis: binary_targets_out_of_range

train_datagen = ImageDataGenerator(rescale=1.0 / 255, zoom_range=0.2)
test_datagen = ImageDataGenerator(rescale=1.0 / 255)
train_generator = train_datagen.flow_from_directory(
    os.path.join(top, "train"), target_size=(32, 32), batch_size=16, class_mode="binary"
)
validation_generator = test_datagen.flow_from_directory(
    os.path.join(top, "validation"), target_size=(32, 32), batch_size=16, class_mode="binary"
)
model.fit(train_generator, epochs=4, validation_data=validation_generator)
