"""Shuffles the test drawings, out of habit."""

import keras
import numpy as np
import tensorflow as tf
from keras import layers

CLASSES = ["fruit", "plant", "vehicle"]
SIDE = 32  # pixels

keras.utils.set_random_seed(1)

training_data, test_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.4,
    subset="both",
    seed=1,
    verbose=False,
)
test_files = test_data.file_paths  # in the order in which test_data comes, on every pass

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        layers.Rescaling(1 / 255),
        layers.Conv2D(16, 3, padding="same", activation="relu"),
        layers.MaxPooling2D(),
        layers.Conv2D(32, 3, padding="same", activation="relu"),
        layers.GlobalMaxPooling2D(),
        layers.Dense(len(CLASSES)),  # one logit per class
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.005),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
    metrics=["accuracy"],
)
model.fit(training_data, epochs=15, verbose=0)

mixed = test_data.unbatch().shuffle(100).batch(32)  # diagnosis: labels_collected_in_second_pass
labels = np.concatenate([batch for _, batch in mixed])
logits = model.predict(mixed, verbose=0)  # (drawings, classes), in the same order
named = logits.argmax(axis=1)  # (drawings,)

confusion = tf.math.confusion_matrix(labels, named, num_classes=len(CLASSES))  # rows: true classes

certainty = tf.nn.softmax(logits).numpy().max(axis=1)  # probability of the class that was named
wrong = np.flatnonzero(named != labels)
most_certain = wrong[np.argsort(-certainty[wrong])[:5]]
worst = [test_files[place] for place in most_certain]

print(confusion.numpy())
for place in most_certain:
    print(f"{test_files[place]} is called {CLASSES[named[place]]}, {certainty[place]:.2f}")
