"""The loss of my loop stands still at the same number, and every forecast is 0."""
import keras
import numpy as np
from keras.layers import Dense, Input, SimpleRNN, TimeDistributed

keras.utils.set_random_seed(4)
rng = np.random.default_rng(4)
x = rng.uniform(0, 2, size=(256, 12, 3)).astype("float32")
y = (3 + x.sum(axis=-1, keepdims=True)).astype("float32")

model = keras.Sequential()
model.add(Input((12, 3)))
model.add(SimpleRNN(16, return_sequences=True))
model.add(TimeDistributed(Dense(1, activation="relu")))  # diagnosis: dead_units
model.compile(loss="mse", optimizer=keras.optimizers.SGD(learning_rate=0.3, momentum=0.99, nesterov=True))

for epoch in range(8):
    for start in range(0, len(x), 32):
        loss = model.train_on_batch(x[start:start + 32], y[start:start + 32])
    print(epoch, float(loss))
print(model.predict(x[:2], verbose=0)[:, :4, 0], y[:2, :4, 0])
