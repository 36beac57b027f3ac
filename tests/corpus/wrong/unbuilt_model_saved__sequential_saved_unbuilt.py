"""The loaded model has no weights: 'weights: []' and summary says unbuilt."""
import tensorflow as tf
from tensorflow.keras import layers

model = tf.keras.Sequential([  # diagnosis: unbuilt_model_saved
    layers.Dense(32, activation="relu"),
    layers.Dense(1),
])
model.compile("adam", "mse")
model.save("start.keras")  # diagnosis: unbuilt_model_saved

copy = tf.keras.models.load_model("start.keras")
print("weights:", copy.weights)
copy.summary()
