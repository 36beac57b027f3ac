"""Loss goes down nicely but accuracy stays at 0.0000e+00 in every epoch."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(7)
rng = np.random.default_rng(7)
classes = rng.integers(0, 3, 210)
photos = rng.random((210, 16, 16, 3)).astype("float32") * 0.4
for i, c in enumerate(classes):
    photos[i, :, :, c] += 0.5
targets = tf.keras.utils.to_categorical(classes, 3)

model = tf.keras.Sequential()
model.add(tf.keras.layers.Input((16, 16, 3)))
model.add(tf.keras.layers.Conv2D(8, 3, activation="relu"))
model.add(tf.keras.layers.GlobalAveragePooling2D())
model.add(tf.keras.layers.Dense(3, activation="softmax"))
model.compile(
    optimizer=tf.keras.optimizers.Adam(0.02),
    loss=tf.keras.losses.CategoricalCrossentropy(),
    metrics=[tf.keras.metrics.Accuracy()],  # diagnosis: metric_wants_class_numbers
)
model.fit(photos[:180], targets[:180], validation_data=(photos[180:], targets[180:]), epochs=6, verbose=2)
