"""Training says 100 %, but every picture I look at gets the wrong name."""
from pathlib import Path

import keras
import numpy as np
from PIL import Image

CLASSES = ["red", "green", "blue"]  # diagnosis: label_order_differs

rng = np.random.default_rng(0)
for name, channel in zip(CLASSES, range(3)):
    (Path("colours") / name).mkdir(parents=True, exist_ok=True)
    for i in range(15):
        pixels = rng.integers(0, 90, (16, 16, 3), dtype=np.uint8)
        pixels[..., channel] += 140
        Image.fromarray(pixels).save(f"colours/{name}/{i}.png")

keras.utils.set_random_seed(0)
train, valid = keras.utils.image_dataset_from_directory(  # diagnosis: label_order_differs
    "colours", image_size=(16, 16), batch_size=9, validation_split=0.2, subset="both", seed=0
)
train, valid = train.prefetch(2), valid.prefetch(2)
model = keras.Sequential([
    keras.Input((16, 16, 3)),
    keras.layers.Rescaling(1 / 255),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.GlobalAveragePooling2D(),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.05), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=valid, epochs=15, verbose=0)
print(model.evaluate(valid, verbose=0))

picture = keras.utils.load_img("colours/red/3.png")
scores = model.predict(np.array(picture)[None].astype("float32"), verbose=0)[0]
print("this red picture is", CLASSES[scores.argmax()], scores.round(2))  # diagnosis: label_order_differs
