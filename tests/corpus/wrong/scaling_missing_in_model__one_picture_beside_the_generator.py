"""The generator's pictures are told apart, a single one never."""
import os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf
from tensorflow.keras.preprocessing import image
from tensorflow.keras.preprocessing.image import ImageDataGenerator

folder = tempfile.mkdtemp()
for c, name in enumerate(["paper", "rock", "scissors"]):
    os.makedirs(f"{folder}/{name}")
    for i in range(50):
        a = np.random.randint(0, 150, (32, 32, 3))
        a[:, :, c] = np.minimum(a[:, :, c] + 60, 255)
        Image.fromarray(a.astype("uint8")).save(f"{folder}/{name}/{i}.png")

datagen = ImageDataGenerator(rescale=1/255, validation_split=0.2)
train = datagen.flow_from_directory(folder, target_size=(32, 32), batch_size=16, class_mode="categorical", subset="training")
valid = datagen.flow_from_directory(folder, target_size=(32, 32), batch_size=16, class_mode="categorical", subset="validation")
model = tf.keras.models.Sequential([
    tf.keras.layers.Conv2D(16, (3, 3), activation="relu", input_shape=(32, 32, 3)),
    tf.keras.layers.MaxPooling2D(2, 2),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(loss="categorical_crossentropy", optimizer="rmsprop", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=5)

img = image.load_img(f"{folder}/rock/7.png", target_size=(32, 32))
arr = image.img_to_array(img)
arr = np.expand_dims(arr, axis=0)
classes = model.predict(arr)  # diagnosis: scaling_missing_in_model
print(train.class_indices, classes)
