"""save_weights('weights.hdf5') worked for years and now says that the filename must end in .weights.h5."""
import keras
import numpy as np

keras.utils.set_random_seed(0)
x = np.random.default_rng(0).uniform(size=(200, 3)).astype("float32")
y = x.max(axis=1)
model = keras.Sequential([keras.Input((3,)), keras.layers.Dense(16, activation="relu"), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(0.01), "mse")
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=5, verbose=0)
model.save_weights("weights.hdf5")  # diagnosis: checkpoint_path_refused
