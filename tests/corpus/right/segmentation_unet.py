"""A tiny U-Net: one logit per pixel, crops of the same size, a skip connection."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
images = rng.random((80, 16, 16, 1)).astype("float32") * 0.4
masks = np.zeros((80, 16, 16, 1), "float32")
for image, mask in zip(images, masks):
    row, column = rng.integers(0, 10, 2)
    mask[row : row + 6, column : column + 6] = 1
    image += 0.5 * mask

inputs = layers.Input((16, 16, 1))
down = layers.Conv2D(8, 3, padding="same", activation="relu")(inputs)
x = layers.MaxPooling2D()(down)
x = layers.Conv2D(16, 3, padding="same", activation="relu")(x)
x = layers.UpSampling2D()(x)
x = layers.Concatenate()([x, down])
outputs = layers.Conv2D(1, 1)(x)
model = tf.keras.Model(inputs, outputs)
model.compile(
    tf.keras.optimizers.Adam(0.01),
    tf.keras.losses.BinaryCrossentropy(from_logits=True),
    metrics=[tf.keras.metrics.BinaryIoU(target_class_ids=[1], threshold=0.0)],
)
model.fit(images[:64], masks[:64], validation_data=(images[64:], masks[64:]), epochs=5, batch_size=16, verbose=0)
