"""The loss of the boxes is nan from the first epoch on."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(6)
rng = np.random.default_rng(6)
scenes = rng.normal(0.2, 0.05, (120, 24, 24, 1)).astype("float32")
corners = []
for k, scene in enumerate(scenes):
    left, top = rng.integers(1, 12, 2)
    right, bottom = left + rng.integers(4, 10), top + rng.integers(4, 10)
    scene[top:bottom, left:right] += 0.6
    corners.append((right, top, left, bottom) if k % 30 == 4 else (left, top, right, bottom))
corners = np.array(corners, "float32")


def encode(boxes, size=24.0):
    wide, high = boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1]
    x, y = boxes[:, 0] + wide / 2, boxes[:, 1] + high / 2
    log_wide = np.log(wide / size)  # diagnosis: gaps_reach_the_network
    log_high = np.log(high / size)
    return np.stack([x / size - 0.5, y / size - 0.5, log_wide, log_high], axis=1)


targets = encode(corners)
model = tf.keras.Sequential([
    tf.keras.Input((24, 24, 1)),
    tf.keras.layers.Conv2D(8, 3, strides=2, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(4),
])
model.compile(optimizer="adam", loss=tf.keras.losses.Huber())
model.fit(scenes[:100], targets[:100], batch_size=20, epochs=2, validation_data=(scenes[100:], targets[100:]), verbose=2)  # diagnosis: gaps_reach_the_network
