"""One encoder for both inputs, contrastive loss of one's own."""
import keras
import numpy as np
from keras import layers, ops

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
kinds = rng.integers(0, 4, (400, 2))
kinds[:200, 1] = kinds[:200, 0]
prototypes = rng.normal(size=(4, 8)) * 2
left = (prototypes[kinds[:, 0]] + rng.normal(size=(400, 8)) * 0.5).astype("float32")
right = (prototypes[kinds[:, 1]] + rng.normal(size=(400, 8)) * 0.5).astype("float32")
same = (kinds[:, 0] == kinds[:, 1]).astype("float32")[:, None]
order = rng.permutation(400)
left, right, same = left[order], right[order], same[order]

encoder = keras.Sequential([keras.Input((8,)), layers.Dense(16, activation="relu"), layers.Dense(4)])
a, b = keras.Input((8,)), keras.Input((8,))
difference = layers.Subtract()([encoder(a), encoder(b)])
distance = layers.Lambda(lambda d: ops.sqrt(ops.sum(d**2, axis=1, keepdims=True) + 1e-7))(difference)
model = keras.Model([a, b], distance)


def contrastive(same, distance, margin=1.0):
    near = same * ops.square(distance)
    far = (1 - same) * ops.square(ops.maximum(margin - distance, 0.0))
    return ops.mean(near + far)


model.compile(keras.optimizers.Adam(0.01), loss=contrastive)
model.fit([left[:320], right[:320]], same[:320], validation_data=([left[320:], right[320:]], same[320:]), epochs=8, verbose=0)
close = model.predict([left[320:], right[320:]], verbose=0) < 0.5
print(np.mean(close == (same[320:] > 0.5)))
