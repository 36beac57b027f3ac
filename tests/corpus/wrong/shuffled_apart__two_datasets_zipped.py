"""zip of two shuffled datasets: loss stays at 0.69. Same seed would be needed, I read, but where?"""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)
x = rng.normal(size=(300, 3)).astype("float32")
y = (x[:, 0] > 0).astype("int32")
inputs = tf.data.Dataset.from_tensor_slices(x[:240]).shuffle(240)  # diagnosis: shuffled_apart
labels = tf.data.Dataset.from_tensor_slices(y[:240]).shuffle(240)  # diagnosis: shuffled_apart
train = tf.data.Dataset.zip((inputs, labels)).batch(20).prefetch(tf.data.AUTOTUNE)  # diagnosis: shuffled_apart
model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=(x[240:], y[240:]), epochs=5, verbose=2)
