"""Long series cut into pieces that follow each other; the state goes along and is reset for each epoch."""
import keras
import numpy as np

keras.utils.set_random_seed(1)
time = np.arange(8 * 20 * 12 + 1)
series = np.sin(time / 9).astype("float32")
x = series[:-1].reshape(8, 12, 20, 1).transpose(1, 0, 2, 3)
y = series[1:].reshape(8, 12, 20, 1).transpose(1, 0, 2, 3)
model = keras.Sequential([
    keras.Input(batch_shape=(8, 20, 1)),
    keras.layers.GRU(16, stateful=True, return_sequences=True),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.01), "mse")
for epoch in range(4):
    model.layers[0].reset_state()
    model.reset_metrics()
    for piece, following in zip(x, y):
        loss = model.train_on_batch(piece, following)
    print(epoch, float(loss))
