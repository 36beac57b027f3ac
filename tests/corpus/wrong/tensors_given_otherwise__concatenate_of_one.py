from tensorflow.keras.layers import Concatenate, Conv1D, Dense, GlobalMaxPooling1D, Input
from tensorflow.keras.models import Model

i = Input((64, 4))
a = Conv1D(16, 3, padding="same", activation="relu")(i)
b = Conv1D(16, 7, padding="same", activation="relu")(a)
h = Concatenate()(b)  # diagnosis: tensors_given_otherwise
h = GlobalMaxPooling1D()(h)
model = Model(i, Dense(2, activation="softmax")(h))
