"""Mean of each sensor per minute in a ready-made array: every prediction is the same"""
import numpy as np
from tensorflow import keras

rng = np.random.default_rng(0)
minutes = rng.uniform(0, 0.9, (400, 60, 5))
label = (minutes[:, :, 0].mean(axis=1) > minutes[:, :, 1].mean(axis=1)).astype("float32")

features = np.zeros((400, 5), int)  # diagnosis: inputs_all_alike
for row in range(400):
    features[row] = minutes[row].mean(axis=0)  # diagnosis: inputs_all_alike

model = keras.Sequential([
    keras.Input((5,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(features, label, epochs=10, verbose=2)
