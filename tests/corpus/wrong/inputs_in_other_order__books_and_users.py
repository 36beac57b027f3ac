"""indices = 420 is not in [0, 60), and no book has such a number."""
import numpy as np
from tensorflow import keras
from tensorflow.keras import layers

keras.utils.set_random_seed(0)

N_USERS, N_BOOKS = 500, 60
rng = np.random.default_rng(3)
user = rng.integers(0, N_USERS, 6000)
book = rng.integers(0, N_BOOKS, 6000)
taste = rng.normal(size=(N_USERS, 3)); style = rng.normal(size=(N_BOOKS, 3))
rating = np.clip(3 + (taste[user] * style[book]).sum(1), 1, 5)

u_in = keras.Input((1,), name="user")
b_in = keras.Input((1,), name="book")
u = layers.Flatten()(layers.Embedding(N_USERS, 8)(u_in))
b = layers.Flatten()(layers.Embedding(N_BOOKS, 8)(b_in))
x = layers.Dot(axes=1)([u, b])
x = layers.Dense(1)(x)
model = keras.Model([u_in, b_in], x)
model.compile(loss="mse", optimizer="adam")
model.fit([book, user], rating, epochs=3, batch_size=128)  # diagnosis: inputs_in_other_order
