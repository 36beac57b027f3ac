"""A KerasTensor cannot be converted / used as input to a NumPy function while I build the model."""
import keras
import numpy as np

inputs = keras.Input((10,))
x = np.log1p(inputs)  # diagnosis: symbolic_tensor_has_no_values
outputs = keras.layers.Dense(1)(x)
model = keras.Model(inputs, outputs)
model.summary()
