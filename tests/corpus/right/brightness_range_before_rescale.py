"""The generator brightens pixels up to 255 and scales them afterwards; the validation pictures are scaled alike."""
import numpy as np
from tensorflow.keras import layers, models, utils
from tensorflow.keras.preprocessing.image import ImageDataGenerator

utils.set_random_seed(0)
rng = np.random.default_rng(6)
labels = rng.integers(0, 4, 400)
images = rng.integers(0, 90, (400, 16, 16, 3))
for i, k in enumerate(labels):
    images[i, 8 * (k // 2) + 1:8 * (k // 2) + 7, 8 * (k % 2) + 1:8 * (k % 2) + 7] += 130
images = images.astype("float32")

datagen = ImageDataGenerator(brightness_range=[0.8, 1.2], rescale=1 / 255.0)
plain = ImageDataGenerator(rescale=1 / 255.0)

model = models.Sequential([
    layers.Input((16, 16, 3)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(4, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(datagen.flow(images[:320], labels[:320], batch_size=16), epochs=6,
          validation_data=plain.flow(images[320:], labels[320:], shuffle=False), verbose=2)
