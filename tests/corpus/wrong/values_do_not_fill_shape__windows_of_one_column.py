"""Wind, sun and load of a grid: "cannot reshape array of size ..." as soon as all three are to be used."""
import numpy as np
import pandas as pd
from tensorflow.keras.layers import GRU, Dense
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(4)
hours = np.arange(500)
grid = pd.DataFrame({
    "wind": rng.gamma(2, 2, 500),
    "sun": np.clip(np.sin(hours / 24 * 2 * np.pi), 0, None),
    "load": 40 + 5 * np.sin(hours / 24 * 2 * np.pi) + rng.normal(0, 1, 500),
})
table = ((grid - grid.mean()) / grid.std()).to_numpy()


def sequences(table, back):
    past, following = [], []
    for hour in range(len(table) - back):
        past.append(table[hour : hour + back, 0])
        following.append(table[hour + back, 2])
    return np.array(past), np.array(following)


past, following = sequences(table, 24)
past = np.reshape(past, (past.shape[0], 24, 3))  # diagnosis: values_do_not_fill_shape

model = Sequential([GRU(8), Dense(1)])
model.compile(optimizer="adam", loss="mse")
model.fit(past, following, epochs=1, verbose=0)
