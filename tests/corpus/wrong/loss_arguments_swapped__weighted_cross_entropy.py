"""With my weighted cross-entropy accuracy stays at a third."""
import numpy as np
import tensorflow as tf
from tensorflow import keras

keras.utils.set_random_seed(0)

rng = np.random.RandomState(4)
X = rng.randn(1500, 9).astype("float32")
Y = keras.utils.to_categorical(np.argmax(X[:, :3], axis=1), 3)

def my_loss(pred, true):  # diagnosis: loss_arguments_swapped
    # weighted cross entropy
    w = tf.constant([1.0, 2.0, 1.0])
    ce = -tf.reduce_sum(w * true * tf.math.log(tf.clip_by_value(pred, 1e-7, 1.0)), axis=-1)
    return tf.reduce_mean(ce)

m = keras.Sequential([keras.Input((9,)), keras.layers.Dense(32, "relu"), keras.layers.Dense(3, "softmax")])
m.compile(optimizer="adam", loss=my_loss, metrics=["accuracy"])
m.fit(X, Y, epochs=10, batch_size=32, verbose=2)
print(m.predict(X[:4]))
