import numpy as np
from sklearn.utils.class_weight import compute_class_weight
from tensorflow import keras

keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
x = rng.normal(size=(400, 5)).astype("float32")
y = (x[:, 0] - x[:, 3] > 0).astype(int)
weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
model = keras.Sequential([keras.Input((5,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1, activation="sigmoid")])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=25, validation_split=0.2, class_weight=dict(enumerate(weights)), verbose=0)
