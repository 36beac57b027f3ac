import numpy as np
import tensorflow as tf
import keras
from keras import layers

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 6)).astype("float32"); y = (x[:, 0] > 0).astype("int64")
model = keras.Sequential([keras.Input((6,)), layers.Dense(16, activation="relu"), layers.Dense(2, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
train = tf.data.Dataset.from_tensor_slices((x[:200], y[:200])).shuffle(200).batch(32)
test = tf.data.Dataset.from_tensor_slices((x[200:], y[200:])).shuffle(100).batch(32)  # diagnosis: labels_collected_in_second_pass
model.fit(train, epochs=8, verbose=0)
pred = model.predict(test, verbose=0).argmax(1)
print("accuracy", (pred == y[200:]).mean())
