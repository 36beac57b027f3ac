"""ValueError: expected shape=(None, 8), found shape=(8,) - but the model's input shape IS (8,)."""
import numpy as np
import tensorflow as tf

features = np.random.default_rng(0).normal(size=(300, 8)).astype("float32")
targets = (features.sum(axis=1) > 0).astype("float32")

dataset = tf.data.Dataset.from_tensor_slices((features, targets))
train = dataset.take(240).shuffle(240).prefetch(tf.data.AUTOTUNE)  # diagnosis: not_batched
val = dataset.skip(240).prefetch(tf.data.AUTOTUNE)

model = tf.keras.Sequential([
    tf.keras.Input((8,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=3)  # diagnosis: not_batched
