"""ValueError: `target` and `output` must have the same rank. My own batches, three kinds of leaves."""
import keras
import numpy as np

rng = np.random.default_rng(13)
leaves = rng.normal(size=(120, 6)).astype("float32")
kinds = leaves[:, :3].argmax(axis=1)


class Batches(keras.utils.PyDataset):
    def __len__(self):
        return 6

    def __getitem__(self, index):
        rows = slice(20 * index, 20 * index + 20)
        return leaves[rows], kinds[rows]


model = keras.Sequential([
    keras.Input((6,)),
    keras.layers.Dense(3, activation="softmax"),  # diagnosis: two_outputs_with_binary_loss
])
model.compile("adam", "binary_crossentropy")
model.fit(Batches(), epochs=2, verbose=0)
