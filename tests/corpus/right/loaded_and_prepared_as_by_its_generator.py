"""A model of prepared pictures, saved, loaded, and asked about pictures that were prepared alike."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.resnet50 import preprocess_input
from tensorflow.keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input, Rescaling
from tensorflow.keras.models import Sequential, load_model
from tensorflow.keras.preprocessing.image import ImageDataGenerator

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
views = rng.integers(0, 3, 160)
photos = rng.integers(60, 180, (160, 32, 32, 3)).astype("float32")
for k, view in enumerate(views):
    photos[k, 8:20, 4:28, view] += 75

generator = ImageDataGenerator(preprocessing_function=preprocess_input)
train = generator.flow(photos[:120], tf.keras.utils.to_categorical(views[:120], 3), batch_size=16)
held_out = generator.flow(photos[120:150], tf.keras.utils.to_categorical(views[120:150], 3), batch_size=16)

model = Sequential([Input((32, 32, 3)), Rescaling(1 / 64), Conv2D(8, 3, activation="relu"), GlobalAveragePooling2D(), Dense(3, "softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=held_out, epochs=12, verbose=0)
path = os.path.join(tempfile.mkdtemp(), "views.keras")
model.save(path)

again = load_model(path)
print(again.predict(preprocess_input(photos[150:].copy()), verbose=0).argmax(axis=1), views[150:])
