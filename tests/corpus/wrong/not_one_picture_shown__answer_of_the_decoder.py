"""TypeError: Invalid shape (1, 12, 12, 1) for image data when showing the reconstruction"""
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
discs = np.array([[np.hypot(*(np.mgrid[:12, :12] - rng.uniform(3, 9, (2, 1, 1)))) < 3] for _ in range(200)])
discs = discs.transpose(0, 2, 3, 1).astype("float32")

auto = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(144, activation="sigmoid"),
    tf.keras.layers.Reshape((12, 12, 1)),
])
auto.compile("adam", "binary_crossentropy")
auto.fit(discs, discs, epochs=10, verbose=0)

rebuilt = auto.predict(discs[:1], verbose=0)
plt.subplot(1, 2, 1)
plt.imshow(discs[0])
plt.subplot(1, 2, 2)
plt.imshow(rebuilt)  # diagnosis: not_one_picture_shown
plt.savefig("rebuilt.png")
