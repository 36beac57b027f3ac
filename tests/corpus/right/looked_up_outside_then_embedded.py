"""Makes are numbered outside the model and embedded inside it; the age comes beside them."""
import keras
import numpy as np
import tensorflow as tf

keras.utils.set_random_seed(1)
rng = np.random.default_rng(1)

makes = np.array(["alfa", "bmw", "dacia", "fiat", "kia", "opel"])
worth = dict(zip(makes, rng.normal(size=6) * 3))
make, age = rng.choice(makes, 400), rng.uniform(0, 15, 400)
price = np.array([worth[m] for m in make]) + 0.2 * (15 - age)
number = keras.layers.StringLookup(vocabulary=list(makes))
codes = np.asarray(number(make))
age_scaled = ((age - age[:300].mean()) / age[:300].std()).astype("float32")[:, None]

code_in, age_in = keras.Input((), dtype="int64", name="make"), keras.Input((1,), name="age")
vector = keras.layers.Embedding(number.vocabulary_size(), 4)(code_in)
hidden = keras.layers.Dense(24, activation="relu")(keras.layers.Concatenate()([vector, age_in]))
model = keras.Model([code_in, age_in], keras.layers.Dense(1)(hidden))
model.compile(keras.optimizers.Adam(0.02), "mse")
model.fit(
    {"make": codes[:300], "age": age_scaled[:300]}, price[:300],
    validation_data=({"make": codes[300:], "age": age_scaled[300:]}, price[300:]), epochs=15, verbose=0,
)
