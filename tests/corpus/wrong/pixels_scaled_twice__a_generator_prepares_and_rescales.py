import os
import tempfile
import numpy as np
from PIL import Image
from tensorflow.keras.applications.mobilenet_v2 import preprocess_input
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, GlobalAveragePooling2D, Dense

rng = np.random.default_rng(3)
root = tempfile.mkdtemp()
for k, name in enumerate(["apple", "banana", "cherry"]):
    os.makedirs(os.path.join(root, name))
    for i in range(60):
        img = rng.integers(0, 90, (48, 48, 3))
        img[8 + k * 8:24 + k * 8, 8:40, k] += 130
        Image.fromarray(img.astype("uint8")).save(os.path.join(root, name, f"{i}.png"))

datagen = ImageDataGenerator(
    preprocessing_function=preprocess_input,
    rescale=1.0 / 255,  # diagnosis: pixels_scaled_twice
    horizontal_flip=True,
    validation_split=0.25,
)
train_gen = datagen.flow_from_directory(root, target_size=(48, 48), batch_size=15, subset="training")
val_gen = datagen.flow_from_directory(root, target_size=(48, 48), batch_size=15, subset="validation")

model = Sequential([
    Conv2D(8, 3, activation="relu", input_shape=(48, 48, 3)),
    MaxPooling2D(),
    Conv2D(16, 3, activation="relu"),
    GlobalAveragePooling2D(),
    Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="categorical_crossentropy", metrics=["accuracy"])
history = model.fit(train_gen, validation_data=val_gen, epochs=5)
print("val accuracy", history.history["val_accuracy"][-1])
