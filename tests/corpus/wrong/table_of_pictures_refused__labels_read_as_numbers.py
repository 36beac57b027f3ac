import os

import numpy as np
import pandas as pd
from PIL import Image
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator

os.makedirs("scans", exist_ok=True)
rng = np.random.default_rng(0)
with open("labels.csv", "w") as file:
    file.write("id,diagnosis\n")
    for i in range(80):
        pixels = rng.integers(0, 100, (32, 32, 3))
        pixels[..., i % 2] += 120
        Image.fromarray(pixels.astype("uint8")).save(f"scans/{i}.png")
        file.write(f"{i}.png,{i % 2}\n")

df = pd.read_csv("labels.csv")
datagen = ImageDataGenerator(rescale=1.0 / 255, validation_split=0.25)
common = dict(directory="scans", x_col="id", y_col="diagnosis", class_mode="binary", target_size=(32, 32))
train_gen = datagen.flow_from_dataframe(dataframe=df, subset="training", **common)  # diagnosis: table_of_pictures_refused
val_gen = datagen.flow_from_dataframe(dataframe=df, subset="validation", **common)

model = models.Sequential([
    layers.Input((32, 32, 3)),
    layers.Conv2D(8, 3, activation="relu"),
    layers.GlobalAveragePooling2D(),
    layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train_gen, epochs=3, validation_data=val_gen)
