"""ValueError: None values not supported."""
import tensorflow as tf
import numpy as np

class Classifier(tf.keras.Model):
    def __init__(self):
        super(Classifier, self).__init__()
        self.embedding = tf.keras.layers.Embedding(100, 16)
        self.lstm = tf.keras.layers.LSTM(16)
        self.out = tf.keras.layers.Dense(1, activation='sigmoid')

    def call(self, inputs):
        x = self.embedding(inputs)
        x = self.lstm(x)
        x = self.out(x)  # diagnosis: call_returns_nothing

X = np.random.randint(0, 100, (200, 12))
y = (X[:, 0] > 50).astype('float32')
model = Classifier()
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=2)
