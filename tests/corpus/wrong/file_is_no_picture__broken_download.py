# InvalidArgumentError in the middle of the first epoch, my folder only has jpgs
import tempfile
from pathlib import Path

import numpy as np
import tensorflow as tf

root = Path(tempfile.mkdtemp())
rng = np.random.default_rng(0)
for kind in ("cats", "dogs"):
    (root / kind).mkdir()
    for i in range(20):
        pixels = rng.integers(0, 255, (40, 40, 3)).astype("uint8")
        tf.io.write_file(str(root / kind / f"{i}.jpg"), tf.io.encode_jpeg(pixels))
(root / "dogs" / "7.jpg").write_text("<html>404</html>")

train = tf.keras.utils.image_dataset_from_directory(root, image_size=(32, 32), batch_size=8, seed=1)  # diagnosis: file_is_no_picture
train = train.map(lambda x, y: (x / 255.0, y))
model = tf.keras.Sequential([
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalMaxPooling2D(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy")
model.fit(train, epochs=2, verbose=0)
