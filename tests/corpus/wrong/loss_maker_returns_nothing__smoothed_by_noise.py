import numpy as np
import tensorflow as tf
from tensorflow.keras import backend as K
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.random.rand(600, 10).astype("float32")
labels = (X[:, 0] * 3).astype(int)
y = tf.keras.utils.to_categorical(labels, 3)
noise = 0.1


def complex_loss(noise):  # diagnosis: loss_maker_returns_nothing
    def loss(y_true, y_pred):
        smoothed = y_true * (1 - noise) + noise / 3
        return tf.keras.losses.categorical_crossentropy(smoothed, y_pred)


student_model = Sequential()
student_model.add(Dense(32, activation="relu", input_dim=10))
student_model.add(Dense(3, activation="softmax"))

custom_loss = complex_loss(noise)
student_model.compile(loss=custom_loss, optimizer="adam", metrics=["accuracy"])
student_model.fit(X, y, epochs=1, batch_size=32)
