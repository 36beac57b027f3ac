import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(31)
data = pd.DataFrame({"temp": rng.normal(20, 6, 800), "hum": rng.uniform(20, 90, 800)})
data["load"] = 0.04 * data.temp - 0.01 * data.hum + rng.normal(0, .05, 800)


def scale(frame):
    scaler = MinMaxScaler()
    return pd.DataFrame(scaler.fit_transform(frame), columns=frame.columns)


train, test = train_test_split(data, test_size=.25, random_state=0)
x_train = scale(train[["temp", "hum"]])
x_test = scale(test[["temp", "hum"]])  # diagnosis: part_scaled_by_itself
model = tf.keras.Sequential([tf.keras.Input((2,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1)])
model.compile("adam", "mse", metrics=["mae"])
model.fit(x_train, train["load"], epochs=20, verbose=0)
print(model.evaluate(x_test, test["load"], verbose=0))
