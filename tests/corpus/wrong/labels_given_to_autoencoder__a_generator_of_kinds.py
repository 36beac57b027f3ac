"""ValueError: `target` and `output` must have the same rank, though only the pictures were changed."""
import numpy as np
import tempfile
from pathlib import Path

from PIL import Image
from tensorflow.keras.layers import Conv2D, Input, MaxPooling2D, UpSampling2D
from tensorflow.keras.models import Model
from tensorflow.keras.preprocessing.image import ImageDataGenerator

rng = np.random.default_rng(7)
folder = Path(tempfile.mkdtemp())
for kind in ("bolts", "nuts"):
    (folder / kind).mkdir()
    for number in range(12):
        Image.fromarray(rng.integers(0, 256, (32, 32, 3)).astype("uint8")).save(folder / kind / f"{number}.png")

train = ImageDataGenerator(rescale=1 / 255).flow_from_directory(
    str(folder), target_size=(32, 32), batch_size=8, class_mode="binary"
)
seen = Input(shape=(32, 32, 3))
code = MaxPooling2D()(Conv2D(8, 3, activation="relu", padding="same")(seen))
code = MaxPooling2D()(Conv2D(4, 3, activation="relu", padding="same")(code))
x = UpSampling2D()(Conv2D(8, 3, activation="relu", padding="same")(code))
again = Conv2D(3, 3, activation="sigmoid", padding="same")(UpSampling2D()(x))
model = Model(seen, again)
model.compile(optimizer="adam", loss="binary_crossentropy")
model.fit(train, epochs=2)  # diagnosis: labels_given_to_autoencoder
