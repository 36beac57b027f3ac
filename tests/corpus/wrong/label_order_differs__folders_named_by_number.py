"""Training accuracy 1.0, but my own check of the predicted month is nearly always wrong."""
import os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
root = tempfile.mkdtemp()
for month in range(12):
    os.makedirs(f"{root}/{month}")
    for i in range(6):
        a = rng.integers(0, 60, (24, 24, 3), dtype=np.uint8)
        a[2 * month:2 * month + 2] += 180
        Image.fromarray(a).save(f"{root}/{month}/{i}.png")

train = tf.keras.utils.image_dataset_from_directory(root, image_size=(24, 24), batch_size=20, seed=0)  # diagnosis: label_order_differs
model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 3)),
    tf.keras.layers.Rescaling(1 / 255),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(12, activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, epochs=6, verbose=2)

right = 0
for month in range(12):
    for i in range(6):
        image = tf.keras.utils.img_to_array(tf.keras.utils.load_img(f"{root}/{month}/{i}.png"))
        predicted = np.argmax(model.predict(image[None], verbose=0))
        right += int(predicted == month)  # diagnosis: label_order_differs
print("right:", right / 72)
