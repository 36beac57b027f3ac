"""One tower for both inputs, compared in a Lambda."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Model, Input
import keras

protos = np.random.rand(12, 20, 20, 1)
ids = np.random.randint(0, 12, 900)
imgs = protos[ids] + np.random.normal(0, 0.1, (900, 20, 20, 1))
left, right, target = [], [], []
for _ in range(800):
    i = np.random.randint(900)
    same = np.random.rand() < 0.5
    j = np.random.choice(np.where((ids == ids[i]) == same)[0])
    left.append(imgs[i]); right.append(imgs[j]); target.append(float(same))
left, right, target = np.array(left, "float32"), np.array(right, "float32"), np.array(target, "float32")

tower = tf.keras.Sequential([layers.Input((20, 20, 1)), layers.Conv2D(8, 3, activation="relu"), layers.MaxPooling2D(), layers.Flatten(), layers.Dense(16)])
a, b = Input((20, 20, 1)), Input((20, 20, 1))
dist = layers.Lambda(lambda t: keras.ops.norm(t[0] - t[1] + 1e-6, axis=1, keepdims=True), output_shape=(1,))([tower(a), tower(b)])

def contrastive(y_true, d, margin=1.0):
    y_true = keras.ops.cast(y_true, d.dtype)
    return keras.ops.mean(y_true * keras.ops.square(d) + (1 - y_true) * keras.ops.square(keras.ops.maximum(margin - d, 0)))

siamese = Model([a, b], dist)
siamese.compile(loss=contrastive, optimizer="adam")
siamese.fit([left, right], target, epochs=6, batch_size=32, validation_split=0.2)
