"""A small network on clip art, as people write it; DATA is the folder of classes."""

import os

import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(1)
training_data, validation_data = keras.utils.image_dataset_from_directory(
    os.environ["DATA"], validation_split=0.2, subset="both", seed=7, image_size=(64, 64), verbose=False
)
scale = layers.Rescaling(1 / 255)
training_data = training_data.map(lambda x, y: (scale(x), y)).cache().shuffle(400)
training_data = training_data.prefetch(tf.data.AUTOTUNE)
validation_data = validation_data.map(lambda x, y: (scale(x), y)).cache()

model = keras.Sequential([keras.Input((64, 64, 3))])
for filters in (32, 64, 64):
    model.add(layers.Conv2D(filters, 3, padding="same", activation="relu"))
    model.add(layers.MaxPooling2D())
model.add(layers.Flatten())
model.add(layers.Dropout(0.4))
model.add(layers.Dense(6, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(training_data, validation_data=validation_data, epochs=40, verbose=0)
