"""tape.gradient gives None for my picture. I want to see which pixels matter."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
pictures = rng.random((80, 10, 10, 1)).astype("float32")
labels = (pictures[:, :5].mean(axis=(1, 2, 3)) > 0.5).astype("int32")
model = keras.Sequential([
    keras.Input((10, 10, 1)),
    keras.layers.Conv2D(4, 3, activation="relu"),
    keras.layers.Flatten(),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy")
model.fit(pictures[:60], labels[:60], validation_data=(pictures[60:], labels[60:]), epochs=6, verbose=0)

picture = tf.constant(pictures[:1])
with tf.GradientTape() as tape:  # diagnosis: input_not_watched
    score = model(picture, training=False)
saliency = tape.gradient(score, picture)  # diagnosis: input_not_watched
print("saliency:", saliency)
