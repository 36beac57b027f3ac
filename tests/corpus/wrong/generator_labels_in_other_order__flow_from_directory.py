"""evaluate: 1.0, but comparing predict with generator.classes gives 0.5."""
from pathlib import Path

import numpy as np
import tensorflow as tf
from PIL import Image

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
for number, name in enumerate(("day", "night")):
    Path("sky", name).mkdir(parents=True, exist_ok=True)
    for i in range(20):
        pixels = rng.integers(0, 90, (10, 10, 3), dtype=np.uint8) + np.uint8(140 * (1 - number))
        Image.fromarray(pixels).save(f"sky/{name}/{i}.png")

generator = tf.keras.preprocessing.image.ImageDataGenerator(rescale=1 / 255.0)
flow = generator.flow_from_directory("sky", target_size=(10, 10), batch_size=8, class_mode="binary", seed=2)  # diagnosis: generator_labels_in_other_order
model = tf.keras.Sequential([
    tf.keras.Input((10, 10, 3)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
model.fit(flow, epochs=6, verbose=0)
print("evaluate", model.evaluate(flow, verbose=0)[1])
predicted = model.predict(flow, verbose=0)[:, 0] > 0.5  # diagnosis: generator_labels_in_other_order
print("by hand", np.mean(predicted == flow.classes))  # diagnosis: generator_labels_in_other_order
