"""My images are (240, 24, 24, 1), four axes as it should be, and it says: input of shape (None, 240, 24, 24, 1)."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator

rng = np.random.default_rng(0)
images = rng.random((240, 24, 24, 1)).astype("float32")
labels = rng.integers(0, 5, 240)
print("Training images shape", images.shape)

model = Sequential()
model.add(Conv2D(16, (3, 3), activation="relu", input_shape=images.shape))  # diagnosis: examples_counted_in_shape
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dense(5, activation="softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])

augment = ImageDataGenerator(horizontal_flip=True)
model.fit(augment.flow(images, labels, batch_size=32), epochs=2)
