"""After load_model every photo gets the same answer, though the training ended at 100 %."""
import os
import tempfile

import numpy as np
import tensorflow as tf
from tensorflow.keras.applications.inception_v3 import preprocess_input
from tensorflow.keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input
from tensorflow.keras.models import Sequential, load_model
from tensorflow.keras.preprocessing.image import ImageDataGenerator

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
views = rng.integers(0, 3, 90)
photos = rng.integers(60, 180, (90, 32, 32, 3)).astype("float32")
for k, view in enumerate(views):
    photos[k, 8:20, 4:28, view] += 75

generator = ImageDataGenerator(preprocessing_function=preprocess_input)
train = generator.flow(photos[:80], tf.keras.utils.to_categorical(views[:80], 3), batch_size=16)

model = Sequential([Input((32, 32, 3)), Conv2D(8, 3, activation="relu"), GlobalAveragePooling2D(), Dense(3, "softmax")])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=2, verbose=0)
path = os.path.join(tempfile.mkdtemp(), "views.keras")
model.save(path)  # diagnosis: saved_without_preprocessing

again = load_model(path)
for photo in photos[80:83]:
    print(again.predict(np.expand_dims(photo, axis=0), verbose=0))
