"""The accuracy on the test part is 0.2 and the loss 0.95? In training it was the other way round."""
import numpy as np
from keras import Input, Sequential
from keras.layers import Dense
from keras.optimizers import Adam

rng = np.random.default_rng(5)
x = rng.normal(size=(500, 6))
y = (x[:, 0] + x[:, 1] > 0).astype("float32")

model = Sequential([Input((6,)), Dense(16, activation="relu"), Dense(1, activation="sigmoid")])
model.compile(optimizer=Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
model.fit(x[:400], y[:400], epochs=15, validation_split=0.2, verbose=0)

accuracy, loss = model.evaluate(x[400:], y[400:], verbose=0)  # diagnosis: loss_read_as_accuracy
print("accuracy:", accuracy)
print("loss:", loss)
