"""Each row is a separate patient; my stateful LSTM gives another answer for the same patient every time."""
import keras
import numpy as np

keras.utils.set_random_seed(12)
rng = np.random.default_rng(12)
patients = rng.normal(size=(128, 10, 2)).astype("float32")
sick = (patients[:, :, 0].mean(axis=1) > 0).astype("float32")[:, None]
model = keras.Sequential([
    keras.Input(batch_shape=(16, 10, 2)),
    keras.layers.LSTM(12, stateful=True),  # diagnosis: state_never_reset
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])

for epoch in range(4):
    model.reset_metrics()
    order = rng.permutation(128)
    for i in range(0, 128, 16):
        rows = order[i : i + 16]
        loss, accuracy = model.train_on_batch(patients[rows], sick[rows])  # diagnosis: state_never_reset
    print(epoch, loss, accuracy)
first = model.predict(patients[:16], verbose=0)
again = model.predict(patients[:16], verbose=0)
print("same patients, other answers:", np.abs(first - again).max())
