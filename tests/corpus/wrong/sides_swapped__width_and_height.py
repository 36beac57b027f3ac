"""PIL gives (width, height), Keras wants ...? On wide pictures the deployed model guesses."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 140)  # 0: bright at the left, 1: bright at the top
pictures = rng.random((140, 12, 12, 1)).astype("float32") * 0.4
pictures[labels == 0, :, :4] += 0.5
pictures[labels == 1, :4] += 0.5
model = tf.keras.Sequential([
    tf.keras.Input((12, 12, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(pictures[:110], labels[:110], validation_data=(pictures[110:], labels[110:]), epochs=6, verbose=0)
print("validation", model.evaluate(pictures[110:], labels[110:], verbose=0)[1])

scanned = np.transpose(pictures[110:], (0, 2, 1, 3))  # diagnosis: sides_swapped
predicted = model.predict(scanned, verbose=0)[:, 0] > 0.5  # diagnosis: sides_swapped
print("scanner", np.mean(predicted == labels[110:]))
