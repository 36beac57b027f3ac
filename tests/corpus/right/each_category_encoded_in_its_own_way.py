"""One numbered column becomes one-hot, one has an embedding, one stays beside a column transformer."""
import keras
import numpy as np
import pandas as pd
from keras import layers
from sklearn.compose import ColumnTransformer
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, OrdinalEncoder, StandardScaler

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
n = 1200
sky = ["cloud", "fog", "hail", "rain", "snow", "sun"]
df = pd.DataFrame({"store": rng.choice([f"store {i}" for i in range(9)], n), "sky": rng.choice(sky, n),
                   "size": rng.choice(["large", "middle", "small", "tiny"], n), "price": rng.normal(2, 0.4, n)})
sold = df.sky.map(dict(zip(sky, [4.0, 1.0, 5.0, 0.5, 4.5, 1.5]))) - df.price + rng.normal(0, 0.2, n)

store = OrdinalEncoder().fit_transform(df[["store"]]).astype("int32")
weather = LabelEncoder().fit_transform(df["sky"])
weather = keras.utils.to_categorical(weather, 6)
df["size"] = LabelEncoder().fit_transform(df["size"])
prepare = ColumnTransformer([("words", OneHotEncoder(sparse_output=False), ["size"]), ("numbers", StandardScaler(), ["price"])])
prepare.fit(df[:960])
numbers = np.hstack([weather, prepare.transform(df)]).astype("float32")

store_input, number_input = layers.Input((1,), dtype="int32"), layers.Input((11,))
joined = layers.Concatenate()([layers.Flatten()(layers.Embedding(9, 3)(store_input)), number_input])
model = keras.Model([store_input, number_input], layers.Dense(1)(layers.Dense(16, activation="relu")(joined)))
model.compile(keras.optimizers.Adam(0.01), "mse", metrics=["mae"])
model.fit([store[:960], numbers[:960]], sold[:960], validation_data=([store[960:], numbers[960:]], sold[960:]), epochs=15, verbose=0)
