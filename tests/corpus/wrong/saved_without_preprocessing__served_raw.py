"""96 % validation accuracy, but after loading the saved model it answers the same class for every photo."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
for number, name in enumerate(["a", "b", "c"]):
    Path("shapes", name).mkdir(parents=True, exist_ok=True)
    for i in range(20):
        pixels = rng.integers(0, 90, (24, 24), dtype=np.uint8)
        pixels[8 * number : 8 * number + 8] += 120
        Image.fromarray(pixels).save(f"shapes/{name}/{i}.png")

train, val = tf.keras.utils.image_dataset_from_directory(
    "shapes", color_mode="grayscale", image_size=(24, 24), batch_size=12,
    validation_split=0.2, subset="both", seed=4,
)


def scale(images, labels):
    return images / 255.0, labels  # diagnosis: saved_without_preprocessing


train, val = train.map(scale).prefetch(1), val.map(scale).prefetch(1)  # diagnosis: saved_without_preprocessing
model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=8, verbose=0)
print(model.evaluate(val, verbose=0))
model.save("shapes.keras")  # diagnosis: saved_without_preprocessing

app = tf.keras.models.load_model("shapes.keras")
photo = tf.keras.utils.load_img("shapes/b/1.png", color_mode="grayscale")
photo = tf.keras.utils.img_to_array(photo)[None]
print(app.predict(photo, verbose=0))  # diagnosis: saved_without_preprocessing
