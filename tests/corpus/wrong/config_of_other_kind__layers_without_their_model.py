# a second network like the first, from the configurations of its layers
import keras
import numpy as np

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(8, activation="relu"), keras.layers.Dense(1)])
configurations = [layer.get_config() for layer in model.layers]
copy = keras.Sequential.from_config(configurations)  # diagnosis: config_of_other_kind
copy.compile(optimizer="adam", loss="mse")
copy.fit(np.zeros((8, 4)), np.zeros((8, 1)), verbose=0)
