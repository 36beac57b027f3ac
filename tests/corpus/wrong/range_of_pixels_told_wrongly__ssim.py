"""SSIM between prediction and original is 0.99 from the first epoch on, but the pictures look nothing alike."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
clean = np.zeros((120, 24, 24, 1), "float32")
for im in clean:
    r, c = rng.integers(0, 14, 2)
    im[r:r + 10, c:c + 10] = 1.0
noisy = np.clip(clean + rng.normal(0, 0.3, clean.shape), 0, 1).astype("float32")


def ssim_loss(y_true, y_pred):
    return 1.0 - tf.reduce_mean(tf.image.ssim(y_true, y_pred, max_val=255.0))  # diagnosis: range_of_pixels_told_wrongly


model = tf.keras.Sequential([
    layers.Input((24, 24, 1)),
    layers.Conv2D(16, 3, padding="same", activation="relu"),
    layers.Conv2D(1, 3, padding="same", activation="sigmoid"),
])
model.compile("adam", ssim_loss)
model.fit(noisy[:100], clean[:100], validation_data=(noisy[100:], clean[100:]), epochs=3, verbose=2)
print(float(tf.reduce_mean(tf.image.ssim(clean[100:], model.predict(noisy[100:], verbose=0), max_val=255.0))))
