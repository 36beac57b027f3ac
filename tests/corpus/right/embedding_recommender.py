"""Users and things as embeddings, their product is the rating."""
import keras
import numpy as np
from keras import layers

keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
taste, kind = rng.normal(size=(20, 2)), rng.normal(size=(30, 2))
user, thing = rng.integers(0, 20, 800), rng.integers(0, 30, 800)
rating = (np.sum(taste[user] * kind[thing], axis=1) + 3).astype("float32")

user_in, thing_in = keras.Input((), dtype="int32"), keras.Input((), dtype="int32")
product = layers.Dot(axes=1)([layers.Embedding(20, 4)(user_in), layers.Embedding(30, 4)(thing_in)])
bias = layers.Flatten()(layers.Embedding(30, 1)(thing_in))
outputs = layers.Dense(1)(layers.Concatenate()([product, bias]))
model = keras.Model([user_in, thing_in], outputs)
model.compile(keras.optimizers.Adam(0.03), "mse", metrics=["mae"])
model.fit([user[:640], thing[:640]], rating[:640], validation_data=([user[640:], thing[640:]], rating[640:]), epochs=12, verbose=0)
