"""The model I saved loads fine and predicts, but when I continue training it says unknown variable."""
import os
import tempfile

import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
sunshine = rng.uniform(0, 1, (200, 3)).astype("float32")
yield_ = sunshine @ np.array([[2.0], [0.5], [-1.0]], dtype="float32")

model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
model.compile(optimizer="adam", loss=keras.losses.Huber())
model.fit(sunshine, yield_, epochs=3, verbose=0)
path = os.path.join(tempfile.mkdtemp(), "yield.h5")
model.save(path)

model = keras.models.load_model(path)  # diagnosis: optimizer_of_other_variables
print(model.predict(sunshine[:3], verbose=0))
model.fit(sunshine, yield_, epochs=3, verbose=0)
