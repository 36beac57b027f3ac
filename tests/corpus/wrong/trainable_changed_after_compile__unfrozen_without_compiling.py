"""Fine-tuning changes nothing: after base.trainable = True the loss continues exactly as before."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
y = rng.integers(0, 2, 120)
x = rng.random((120, 16, 16, 3)).astype("float32")
x[y == 1, 4:10, 4:10] += 0.4

base = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.GlobalAveragePooling2D(),
], name="base")
base.trainable = False
model = tf.keras.Sequential([
    tf.keras.Input((16, 16, 3)),
    base,
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x[:90], y[:90], validation_data=(x[90:], y[90:]), epochs=4, verbose=0)

before = base.get_weights()[0].copy()
base.trainable = True  # diagnosis: trainable_changed_after_compile
model.fit(x[:90], y[:90], validation_data=(x[90:], y[90:]), epochs=4, verbose=0)  # diagnosis: trainable_changed_after_compile
print("largest change of the base:", np.abs(base.get_weights()[0] - before).max())
