"""Title of a post and two numbers about it in one network: Concatenate does not want them."""
from tensorflow.keras.layers import Concatenate, Dense, Embedding, GRU, Input
from tensorflow.keras.models import Model

title = Input(shape=(12,), name="title")
numbers = Input(shape=(2,), name="numbers")

t = Embedding(2000, 32)(title)
t = GRU(16, return_sequences=True)(t)
n = Dense(16, activation="relu")(numbers)

both = Concatenate()([t, n])  # diagnosis: branches_do_not_fit
out = Dense(1, activation="sigmoid")(both)
model = Model([title, numbers], out)
