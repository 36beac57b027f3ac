"""Windows of eight readings of three sensors: "expected ndim=3, found ndim=4" as soon as the GRU is added."""
import numpy as np
from tensorflow.keras.layers import GRU, Dense
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(4)
readings = np.cumsum(rng.normal(size=(200, 3)), axis=0)
x = np.stack([readings[i : i + 8] for i in range(190)])
y = readings[8:198, 0]

net = Sequential()
net.add(GRU(12, input_shape=(x.shape[0], x.shape[1], x.shape[2])))  # diagnosis: axes_too_many
net.add(Dense(1))
net.compile(loss="mae", optimizer="adam")
net.fit(x, y, epochs=2, verbose=0)
