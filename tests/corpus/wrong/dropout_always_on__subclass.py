import keras
import numpy as np
from keras import layers


class Classifier(keras.Model):
    def __init__(self, classes):
        super().__init__()
        self.hidden = layers.Dense(64, activation="relu")
        self.dropout = layers.Dropout(0.4)
        self.classify = layers.Dense(classes, activation="softmax")

    def call(self, x):
        x = self.hidden(x)
        x = self.dropout(x, training=True)  # diagnosis: dropout_always_on
        return self.classify(x)


rng = np.random.default_rng(0)
x = rng.normal(size=(600, 12)).astype("float32")
y = x[:, :4].argmax(axis=1)
model = Classifier(4)
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x[:500], y[:500], epochs=15, verbose=0, validation_data=(x[500:], y[500:]))
print(model.predict(x[500:504], verbose=0).argmax(axis=1))
print(model.predict(x[500:504], verbose=0).argmax(axis=1))
