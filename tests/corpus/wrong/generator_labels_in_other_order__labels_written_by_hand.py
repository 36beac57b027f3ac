"""val_accuracy is 1.0, the report of sklearn says 0.5: my labels are 20 times 0 and 20 times 1, like the folders."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image
from sklearn.metrics import classification_report

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for folder in ("apples/train", "apples/test"):
    for number, name in enumerate(("ripe", "rotten")):
        Path(folder, name).mkdir(parents=True, exist_ok=True)
        for i in range(20):
            pixels = rng.integers(0, 90, (10, 10, 3), dtype=np.uint8) + np.uint8(140 * (1 - number))
            Image.fromarray(pixels).save(f"{folder}/{name}/{i}.png")

y_test = np.ones(40, dtype=int)
y_test[0:20] = 0

gen = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255.0)
train = gen.flow_from_directory("apples/train", target_size=(10, 10), batch_size=8, class_mode="binary", seed=1)
test = gen.flow_from_directory("apples/test", target_size=(10, 10), batch_size=8, class_mode="binary", seed=2)  # diagnosis: generator_labels_in_other_order

model = tf.keras.Sequential([
    tf.keras.Input((10, 10, 3)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=6, validation_data=test, verbose=0)

p = model.predict(test, verbose=0)
y_predict = np.rint(p).astype(int).ravel()
print(classification_report(y_test, y_predict))
