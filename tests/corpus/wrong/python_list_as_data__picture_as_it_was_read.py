import tempfile

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 2, 200)
x = (rng.random((200, 20, 20, 3)) * 0.4 + y[:, None, None, None] * 0.4).astype("float32")

model = tf.keras.Sequential([
    tf.keras.Input((20, 20, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=5, verbose=0)

path = tempfile.mkdtemp() + "/cat.png"
Image.fromarray((x[0] * 255).astype("uint8")).save(path)
picture = Image.open(path).resize((20, 20))
print(model.predict(picture))  # diagnosis: python_list_as_data
