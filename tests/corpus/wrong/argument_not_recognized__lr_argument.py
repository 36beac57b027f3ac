"""ValueError: Argument(s) not recognized: {'lr': 0.001}. The code is from the book."""
import numpy as np
from tensorflow.keras import layers, models, optimizers

x = np.random.default_rng(0).random((100, 10)).astype("float32")
y = (x.mean(axis=1) > 0.5).astype("int32")
model = models.Sequential()
model.add(layers.Dense(16, activation="relu", input_shape=(10,)))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile(
    optimizer=optimizers.RMSprop(lr=0.001),  # diagnosis: argument_not_recognized
    loss="binary_crossentropy",
    metrics=["acc"],
)
model.fit(x, y, epochs=4, batch_size=16, validation_split=0.2)
