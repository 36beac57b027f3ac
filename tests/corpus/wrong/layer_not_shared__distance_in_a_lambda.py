"""A siamese network that does not get beyond guessing."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers, Model, Input

def build_tower():
    return tf.keras.Sequential([
        layers.Conv2D(8, 3, activation="relu"),
        layers.MaxPooling2D(),
        layers.Flatten(),
        layers.Dense(16),
    ])

protos = np.random.rand(12, 20, 20, 1)
ids = np.random.randint(0, 12, 900)
imgs = protos[ids] + np.random.normal(0, 0.1, (900, 20, 20, 1))
left, right, target = [], [], []
for _ in range(800):
    i = np.random.randint(900)
    if np.random.rand() < 0.5:
        j = np.random.choice(np.where(ids == ids[i])[0])
    else:
        j = np.random.choice(np.where(ids != ids[i])[0])
    left.append(imgs[i]); right.append(imgs[j]); target.append(float(ids[i] == ids[j]))
left, right, target = np.array(left, "float32"), np.array(right, "float32"), np.array(target)

input_a = Input((20, 20, 1))
input_b = Input((20, 20, 1))
feat_a = build_tower()(input_a)
feat_b = build_tower()(input_b)  # diagnosis: layer_not_shared
dist = layers.Lambda(lambda t: tf.abs(t[0] - t[1]))([feat_a, feat_b])
out = layers.Dense(1, activation="sigmoid")(dist)
siamese = Model([input_a, input_b], out)
siamese.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
siamese.summary()
siamese.fit([left, right], target, epochs=5, batch_size=32, validation_split=0.2)
