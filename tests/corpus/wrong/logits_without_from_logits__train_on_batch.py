"""Three classes with train_on_batch; loss jumps around 5."""
import keras
import numpy as np

keras.utils.set_random_seed(17)
rng = np.random.default_rng(17)
y = rng.integers(0, 3, size=300)
x = (rng.normal(size=(300, 5)) + 2 * np.eye(5)[y]).astype("float32")
inputs = keras.Input((5,))
hidden = keras.layers.Dense(24, activation="relu")(inputs)
outputs = keras.layers.Dense(3)(hidden)  # diagnosis: logits_without_from_logits
model = keras.Model(inputs, outputs)
model.compile("adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])  # diagnosis: logits_without_from_logits
for epoch in range(4):
    model.reset_metrics()
    order = rng.permutation(len(x))
    for start in range(0, len(x), 30):
        rows = order[start : start + 30]
        result = model.train_on_batch(x[rows], y[rows], return_dict=True)
    print(epoch, result)
