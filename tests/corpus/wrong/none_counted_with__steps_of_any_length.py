# every second step of a sequence of any length
import keras
from keras import layers

inputs = keras.Input((None, 4))
hidden = layers.LSTM(8, return_sequences=True)(inputs)
half = hidden.shape[1] // 2  # diagnosis: none_counted_with
outputs = layers.Dense(1)(hidden[:, :half])
model = keras.Model(inputs, outputs)
model.compile("adam", "mse")
