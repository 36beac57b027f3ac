"""Training accuracy 1.0, validation loss rises since epoch 4. 300 epochs did not help."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(200, 30)).astype("float32")
y = (x[:, 0] - x[:, 1] + 1.5 * rng.normal(size=200) > 0).astype("int32")

model = tf.keras.Sequential([layers.Input((30,))])
for units in (256, 256):
    model.add(layers.Dense(units, activation="relu"))
model.add(layers.Dense(1, activation="sigmoid"))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
history = model.fit(  # diagnosis: overfits
    x[:120], y[:120], validation_data=(x[120:], y[120:]), epochs=30, verbose=0
)
print(history.history["accuracy"][-1], history.history["val_loss"][::5])
