"""Training with batch_size=16 works, predict for one sequence fails with a shape error."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(64, 10, 2)).astype("float32")
y = x[:, :, 0].sum(axis=1)

model = keras.Sequential([
    keras.Input(batch_shape=(16, 10, 2)),  # diagnosis: stateful_batch_size
    keras.layers.LSTM(8, stateful=True),  # diagnosis: stateful_batch_size
    keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(x, y, batch_size=16, epochs=2, shuffle=False, verbose=0)
print(model.predict(x[:1]))  # diagnosis: stateful_batch_size
