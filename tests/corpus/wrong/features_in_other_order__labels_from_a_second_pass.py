"""Features of a frozen base from a dataset, the labels from it as well; the head never gets beyond chance."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
kinds = np.arange(240) % 3
waves = 120 + 80 * np.sin(np.arange(12) * (1 + kinds[:, None]) + rng.uniform(0, 6, (240, 1)))
pictures = (np.repeat(waves[:, None, :, None], 12, axis=1) + rng.normal(0, 15, (240, 12, 12, 1))) / 255
train = tf.data.Dataset.from_tensor_slices((pictures.astype("float32"), kinds)).shuffle(240).batch(24)  # diagnosis: features_in_other_order

base = keras.Sequential([
    keras.Input((12, 12, 1)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.MaxPooling2D(2),
    keras.layers.Flatten(),
])
base.trainable = False
features = base.predict(train, verbose=0)
labels = np.concatenate([y for _, y in train])

head = keras.Sequential([
    keras.Input(features.shape[1:]),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
head.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
head.fit(features, labels, epochs=10, validation_split=0.2, verbose=0)
