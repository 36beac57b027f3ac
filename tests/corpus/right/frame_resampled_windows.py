import numpy as np
import pandas as pd
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

keras.utils.set_random_seed(112)
rng = np.random.default_rng(112)
raw = pd.DataFrame({"when": pd.date_range("2021-01-01", periods=4800, freq="15min")})
t = np.arange(4800)
raw["temp"] = 10 + 5 * np.sin(t / 96 * 2 * np.pi) + rng.normal(0, .5, 4800)
raw["wind"] = np.abs(rng.normal(4, 2, 4800))
hourly = raw.set_index("when").resample("h").mean()
hourly["hour_sin"] = np.sin(hourly.index.hour * 2 * np.pi / 24)
hourly["hour_cos"] = np.cos(hourly.index.hour * 2 * np.pi / 24)
n = len(hourly)
train, val, test = hourly[:int(n * .7)], hourly[int(n * .7):int(n * .85)], hourly[int(n * .85):]
scaler = StandardScaler().fit(train)


def dataset(part, shuffle):
    values = scaler.transform(part).astype("float32")
    return keras.utils.timeseries_dataset_from_array(values[:-24], values[24:, 0], sequence_length=24, batch_size=32, shuffle=shuffle, seed=1)


model = keras.Sequential([keras.Input((24, 4)), keras.layers.GRU(12), keras.layers.Dense(1)])
model.compile(keras.optimizers.Adam(.01), "mse", metrics=["mae"])
model.fit(dataset(train, True), validation_data=dataset(val, False), epochs=5, verbose=0)
mae = model.evaluate(dataset(test, False), verbose=0)[1]
print("MAE in degrees", mae * scaler.scale_[0])
