"""My survey has three answers, but the network wants five outputs?"""
import keras
import numpy as np

keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
answers = rng.choice(["yes", "no", "maybe", "Yes", "no "], size=300, p=[0.25, 0.2, 0.25, 0.15, 0.15])
ages = rng.normal(40, 12, size=(300, 1)).astype("float32")

lookup = keras.layers.StringLookup(num_oov_indices=0)
lookup.adapt(answers)  # diagnosis: one_class_spelt_several_ways
labels = lookup(answers).numpy()
n_classes = lookup.vocabulary_size()
print(n_classes, lookup.get_vocabulary())

norm = keras.layers.Normalization()
norm.adapt(ages)
model = keras.Sequential([
    keras.Input((1,)),
    norm,
    keras.layers.Dense(8, activation="relu"),
    keras.layers.Dense(n_classes, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(ages, labels, epochs=3, verbose=2)
