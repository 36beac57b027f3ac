"""I use class_weight for my rare classes, and the rarest is still never predicted."""
import numpy as np
import keras

keras.utils.set_random_seed(10)
rng = np.random.default_rng(10)
labels = rng.choice(3, size=900, p=[0.8, 0.12, 0.08])
inputs = (rng.normal(size=(900, 4)) + 1.2 * np.eye(4)[labels]).astype("float32")
print(np.bincount(labels))
weights = {0: 0.4, 1: 2.8}  # diagnosis: class_weight_misses_class

model = keras.Sequential([
    keras.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile("adam", "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(
    inputs[:700],
    labels[:700],
    validation_data=(inputs[700:], labels[700:]),
    class_weight=weights,  # diagnosis: class_weight_misses_class
    epochs=12,
    verbose=2,
)
predicted = model.predict(inputs[700:], verbose=0).argmax(axis=1)
for k in range(3):
    print(k, np.mean(predicted[labels[700:] == k] == k))
