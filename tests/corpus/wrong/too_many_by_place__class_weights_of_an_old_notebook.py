"""compute_class_weight: TypeError, but this is exactly the line of the notebook I follow"""
import numpy as np
from sklearn.utils import class_weight
from tensorflow import keras

rng = np.random.default_rng(7)
labels = (rng.random(400) < 0.1).astype(int)
rows = (rng.normal(size=(400, 6)) + 0.8 * labels[:, None]).astype("float32")

weights = class_weight.compute_class_weight("balanced", np.unique(labels), labels)  # diagnosis: too_many_by_place
model = keras.Sequential([
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["recall"])
model.fit(rows, labels, epochs=10, class_weight=dict(enumerate(weights)), verbose=0)
