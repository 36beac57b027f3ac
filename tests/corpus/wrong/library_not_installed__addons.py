"""ModuleNotFoundError: No module named 'tensorflow_addons' - how do I get F1 then?"""
import numpy as np
import tensorflow as tf
import tensorflow_addons as tfa  # diagnosis: library_not_installed

x = np.random.default_rng(0).normal(size=(100, 3)).astype("float32")
y = np.eye(3)[np.arange(100) % 3]
model = tf.keras.Sequential([tf.keras.Input((3,)), tf.keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy", metrics=[tfa.metrics.F1Score(num_classes=3)])
model.fit(x, y, epochs=3)
