"""evaluate says 31 %, counting the right answers says 93 %. Which of them is wrong?"""
import numpy as np
from keras.layers import Activation, Dense
from keras.models import Sequential
from keras.utils import to_categorical

np.random.seed(7)
kinds = np.random.randint(0, 4, 600)
features = np.random.randn(4, 10)[kinds] + 0.9 * np.random.randn(600, 10)
x_train, x_test = features[:480], features[480:]
y_train, y_test = to_categorical(kinds[:480], 4), to_categorical(kinds[480:], 4)

model = Sequential()
model.add(Dense(32, input_dim=10))
model.add(Activation("relu"))
model.add(Dense(4))
model.add(Activation("softmax"))
model.compile(loss="categorical_crossentropy", optimizer="rmsprop")
model.fit(x_train, y_train, batch_size=16, epochs=12, validation_split=0.1, verbose=0)

score = model.evaluate(x_test, y_test, verbose=0)  # diagnosis: loss_read_as_accuracy
print("Test score: %.0f%%" % (score * 100))

answers = np.argmax(model.predict(x_test, verbose=0), axis=1)
print("Test accuracy: %.0f%%" % (np.mean(answers == kinds[480:]) * 100))
