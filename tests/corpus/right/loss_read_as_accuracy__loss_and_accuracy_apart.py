"""The loss as it is, the accuracy in percent, and both again from a list."""
import numpy as np
from keras.layers import Activation, Dense
from keras.models import Sequential

np.random.seed(7)
kinds = np.random.randint(0, 4, 600)
features = np.random.randn(4, 10)[kinds] + 0.9 * np.random.randn(600, 10)
x_train, x_test = features[:480], features[480:]

model = Sequential()
model.add(Dense(32, input_dim=10))
model.add(Activation("relu"))
model.add(Dense(4))
model.add(Activation("softmax"))
model.compile(loss="sparse_categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x_train, kinds[:480], batch_size=16, epochs=15, validation_split=0.1, verbose=0)

loss, accuracy = model.evaluate(x_test, kinds[480:], verbose=0)
print("loss %.3f, accuracy %.0f%%" % (loss, accuracy * 100))
score = model.evaluate(x_test, kinds[480:], verbose=0)
print(f"loss {score[0]:.3f}, accuracy {score[1]:.1%}")
