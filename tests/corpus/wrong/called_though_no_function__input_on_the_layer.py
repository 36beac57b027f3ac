import keras
from keras.layers import Conv2D, Dense, Flatten

inputs = keras.Input((28, 28, 1))
x = Conv2D(16, 3, activation="relu")(inputs)
x = Flatten()(x)
x = x(Dense(32, activation="relu"))  # diagnosis: called_though_no_function
outputs = Dense(10, activation="softmax")(x)
