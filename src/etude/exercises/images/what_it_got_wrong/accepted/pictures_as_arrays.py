"""Takes the drawings out of the dataset first, and puts a softmax behind the network."""

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

pictures = np.concatenate([x for x, _ in test_data])
truth = np.concatenate([y for _, y in test_data]).astype(int)
probable = keras.Sequential([model, layers.Softmax()])
table = probable.predict(pictures, verbose=0)  # (drawings, 3)
guess = np.argmax(table, axis=-1)

confusion = np.array([[np.sum((truth == t) & (guess == g)) for g in range(3)] for t in range(3)])

doubt = np.where(guess == truth, np.inf, 1 - table.max(axis=-1))
worst = np.array(test_files)[np.argsort(doubt)[:5]]

print(confusion)
print(worst)
