"""A loss of what a hidden layer gives, taken from the model as it was built."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, Dense
from tensorflow.keras.models import Model

input_1 = Input((5,))
hidden_a = Dense(2)(input_1)
output = Dense(1)(hidden_a)

m3 = Model(input_1, output)


def myLoss(y_true, y_pred):
    return tf.reduce_sum(hidden_a)  # diagnosis: symbolic_tensor_has_no_values


m3.compile(optimizer='adam', loss=myLoss)

x = np.random.random(size=(10, 5))
y = np.random.random(size=(10, 1))

m3.fit(x, y, epochs=25)
