import glob, os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf

root = tempfile.mkdtemp()
os.makedirs(root + "/images"); os.makedirs(root + "/masks")
rng = np.random.default_rng(0)
for i in range(60):
    m = np.zeros((32, 32), np.uint8)
    r, c = rng.integers(0, 18, 2)
    m[r:r + 12, c:c + 12] = 255
    im = rng.integers(0, 90, (32, 32)).astype(np.uint8) + (m // 255) * 130
    Image.fromarray(im).save(f"{root}/images/{i}.png")
    Image.fromarray(m).save(f"{root}/masks/{i}.png")

image_paths = sorted(glob.glob(root + "/images/*.png"))
mask_paths = sorted(glob.glob(root + "/masks/*.png"), key=lambda p: int(os.path.basename(p)[:-4]))  # diagnosis: files_listed_apart

X = np.array([np.array(Image.open(p)) for p in image_paths])[..., None] / 255.0
Y = np.array([np.array(Image.open(p)) for p in mask_paths])[..., None] / 255.0

inp = tf.keras.Input((32, 32, 1))
t = tf.keras.layers.Conv2D(16, 3, padding="same", activation="relu")(inp)
t = tf.keras.layers.Conv2D(16, 3, padding="same", activation="relu")(t)
model = tf.keras.Model(inp, tf.keras.layers.Conv2D(1, 1, activation="sigmoid")(t))
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X, Y, epochs=8, batch_size=6)
