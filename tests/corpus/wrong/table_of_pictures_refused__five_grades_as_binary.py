import os
import tempfile

import numpy as np
import pandas as pd
from PIL import Image
from tensorflow import keras
from tensorflow.keras.preprocessing.image import ImageDataGenerator

folder = tempfile.mkdtemp()
rng = np.random.default_rng(5)
grades = ["none", "mild", "moderate", "severe", "proliferative"]
rows = []
for i in range(100):
    pixels = rng.integers(0, 60, (32, 32, 3)) + 35 * (i % 5)
    Image.fromarray(pixels.astype("uint8")).save(os.path.join(folder, f"eye{i}.png"))
    rows.append({"image": f"eye{i}.png", "grade": grades[i % 5]})
train_df = pd.DataFrame(rows)

generator = ImageDataGenerator(rescale=1.0 / 255, horizontal_flip=True)
train_data = generator.flow_from_dataframe(  # diagnosis: table_of_pictures_refused
    train_df,
    directory=folder,
    x_col="image",
    y_col="grade",
    class_mode="binary",
    target_size=(32, 32),
    batch_size=10,
)

model = keras.Sequential([
    keras.layers.Input((32, 32, 3)),
    keras.layers.Conv2D(16, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(5, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train_data, epochs=3)
