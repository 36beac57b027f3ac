"""The store has an embedding; the weather is one of the numbers that go into the dense part."""
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.preprocessing import OrdinalEncoder

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
n = 1200
sky = ["cloud", "fog", "hail", "rain", "snow", "sun"]
df = pd.DataFrame({"store": rng.choice([f"store {i}" for i in range(9)], n), "sky": rng.choice(sky, n), "price": rng.normal(2, 0.4, n)})
sold = df.sky.map(dict(zip(sky, [4.0, 1.0, 5.0, 0.5, 4.5, 1.5]))) - df.price + rng.normal(0, 0.2, n)

store = OrdinalEncoder().fit_transform(df[["store"]]).astype("int32")
weather = OrdinalEncoder().fit_transform(df[["sky"]])  # diagnosis: category_numbered_not_encoded
numbers = np.hstack([weather, df[["price"]].values]).astype("float32")

store_input, number_input = layers.Input((1,), dtype="int32"), layers.Input((2,))
joined = layers.Concatenate()([layers.Flatten()(layers.Embedding(9, 3)(store_input)), number_input])
model = keras.Model([store_input, number_input], layers.Dense(1)(layers.Dense(16, activation="relu")(joined)))
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit([store[:960], numbers[:960]], sold[:960], validation_data=([store[960:], numbers[960:]], sold[960:]), epochs=15, verbose=0)
