"""Three kinds of leaves by four lengths, with a loss of my own that hands on what it gets, in order."""
import keras
import numpy as np

keras.utils.set_random_seed(3)
rng = np.random.default_rng(9)
kinds = rng.integers(0, 3, 240)
middles = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
lengths = (middles[kinds] + rng.normal(0, 0.3, (240, 4)) - 3.0).astype('float32')


def leaf_loss(kind, answer):
    return keras.losses.sparse_categorical_crossentropy(kind, answer)


model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(12, activation='relu'),
    keras.layers.Dense(3, activation='softmax'),
])
model.compile(optimizer='adam', loss=leaf_loss, metrics=['accuracy'])
model.fit(lengths, kinds, epochs=10, validation_split=0.2, verbose=2)
