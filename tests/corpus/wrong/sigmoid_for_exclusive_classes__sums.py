"""The probabilities of my iris model do not sum to 1 (0.98, 1.06, 1.08). Is predict broken?"""
import numpy as np
import keras
from keras import layers, losses, optimizers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
means = np.array([[5.0, 3.4, 1.5, 0.2], [5.9, 2.8, 4.3, 1.3], [6.6, 3.0, 5.6, 2.0]])
species = np.repeat([0, 1, 2], 50)
flowers = means[species] + rng.normal(size=(150, 4)) * 0.35
order = rng.permutation(150)
flowers, species = flowers[order].astype("float32"), species[order]

model = keras.Sequential(
    [
        keras.Input((4,)),
        layers.Dense(16, activation="relu"),
        layers.Dense(3, activation="sigmoid"),  # diagnosis: sigmoid_for_exclusive_classes
    ]
)
model.compile(optimizers.Adam(0.01), losses.SparseCategoricalCrossentropy(), metrics=["accuracy"])
model.fit(flowers[:120], species[:120], epochs=20, validation_data=(flowers[120:], species[120:]), verbose=0)
probabilities = model.predict(flowers[120:], verbose=0)
print(probabilities[:4], probabilities.sum(axis=1)[:4])
