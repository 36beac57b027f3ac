# the size of a batch comes from the environment, with a default
import os

import keras
import numpy as np
import tensorflow as tf

BATCH_SIZE = os.environ.get("TRAINING_BATCH", "16")
rng = np.random.default_rng(0)
x = rng.normal(size=(96, 6)).astype("float32")
y = (x[:, 0] > 0).astype("float32")
train = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(96)
train = train.batch(BATCH_SIZE)  # diagnosis: stage_takes_a_number
model = keras.Sequential([keras.Input((6,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=3, verbose=0)
