"""SSIM of pictures between 0 and 1 with max_val=1; PSNR of bytes with 255."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
clean = np.zeros((120, 24, 24, 1), "float32")
for picture in clean:
    r, c = rng.integers(0, 14, 2)
    picture[r:r + 10, c:c + 10] = 1.0
noisy = np.clip(clean + rng.normal(0, 0.3, clean.shape), 0, 1).astype("float32")


def loss(targets, outputs):
    return 1.0 - tf.reduce_mean(tf.image.ssim(targets, outputs, max_val=1.0))


model = keras.Sequential([
    keras.Input((24, 24, 1)),
    keras.layers.Conv2D(8, 3, padding="same", activation="relu"),
    keras.layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), loss)
model.fit(noisy[:100], clean[:100], validation_data=(noisy[100:], clean[100:]), epochs=3, verbose=0)
answers = tf.image.convert_image_dtype(model.predict(noisy[100:], verbose=0), tf.uint8)
print(tf.image.psnr(answers, tf.image.convert_image_dtype(clean[100:], tf.uint8), max_val=255).numpy().mean())
