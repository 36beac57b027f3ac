"""`target` and `output` must have the same shape. Received: target.shape=(None, 4), output.shape=(None, 3)"""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
labels = rng.integers(1, 4, 200)  # 1 = low, 2 = middle, 3 = high
values = (labels[:, None] + rng.normal(size=(200, 5)) * 0.3).astype("float32")
targets = tf.keras.utils.to_categorical(labels)  # diagnosis: one_hot_depth_differs

train = tf.data.Dataset.from_tensor_slices((values[:160], targets[:160]))
train = train.shuffle(160).batch(16).prefetch(tf.data.AUTOTUNE)
valid = tf.data.Dataset.from_tensor_slices((values[160:], targets[160:])).batch(16).prefetch(1)

model = tf.keras.Sequential([
    tf.keras.Input((5,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),  # diagnosis: one_hot_depth_differs
])
model.compile("adam", "categorical_crossentropy", metrics=["accuracy"])  # diagnosis: one_hot_depth_differs
model.fit(train, validation_data=valid, epochs=3)  # diagnosis: one_hot_depth_differs
