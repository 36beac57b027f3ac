"""Ages in four groups, one-hot. The layer says I should call adapt or pass bin_boundaries."""
import keras
import numpy as np

rng = np.random.default_rng(26)
ages = rng.uniform(1, 90, size=(100, 1)).astype("float32")
fare = np.where(ages[:, 0] < 12, 0.5, np.where(ages[:, 0] > 65, 0.7, 1.0))

groups = keras.layers.Discretization(num_bins=4, output_mode="one_hot")  # diagnosis: layer_not_adapted
columns = np.array(groups(ages))  # diagnosis: layer_not_adapted
model = keras.Sequential([keras.Input((columns.shape[-1],)), keras.layers.Dense(1)])
model.compile(optimizer=keras.optimizers.Adam(0.05), loss="mse")
model.fit(columns, fare, epochs=10, verbose=2)
