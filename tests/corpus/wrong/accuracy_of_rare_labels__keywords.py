"""Which of sixty keywords a text gets: 98 % right from the first epoch on, and not one is given."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Dropout, Input
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(9)
keywords = (rng.random((1500, 60)) < 0.02).astype("float32")
stands_for = rng.random((60, 200)) < 0.03
words = ((rng.random((1500, 200)) < 0.01) | (keywords @ stands_for > 0)).astype("float32")

model = Sequential([
    Input((200,)),
    Dense(64, activation="relu"),
    Dropout(0.2),
    Dense(60, activation="sigmoid"),
])
sgd = tf.keras.optimizers.SGD(0.1, momentum=0.9)
model.compile(loss="binary_crossentropy", optimizer=sgd, metrics=["binary_accuracy"])  # diagnosis: accuracy_of_rare_labels
model.fit(words, keywords, epochs=5, batch_size=64, validation_split=0.1, verbose=2)

given = model.predict(words[-150:], verbose=0) > 0.5
print("keywords given:", given.sum(), "of", int(keywords[-150:].sum()))
