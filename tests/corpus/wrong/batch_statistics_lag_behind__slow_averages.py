# train acc is ~1.0 but evaluate on pictures made alike is 0.25 ???
import numpy as np
import tensorflow as tf
from tensorflow.keras import layers

tf.keras.utils.set_random_seed(2)
def made(n):
    y = np.random.randint(0, 4, n)
    x = np.random.rand(n, 16, 16, 1).astype('float32') * 50 + 4000
    for i in range(n):
        x[i, y[i]*4:y[i]*4+4] += 60
    return x, y

x, y = made(128)
xv, yv = made(128)

model = tf.keras.Sequential([
    layers.Input((16, 16, 1)),
    layers.BatchNormalization(momentum=0.999),  # diagnosis: batch_statistics_lag_behind
    layers.Conv2D(16, 3, activation='relu'),
    layers.BatchNormalization(momentum=0.999),  # diagnosis: batch_statistics_lag_behind
    layers.Flatten(),
    layers.Dense(32, activation='relu'),
    layers.Dense(4, activation='softmax')])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(x, y, batch_size=32, epochs=12, validation_data=(xv, yv))  # diagnosis: batch_statistics_lag_behind
print(model.evaluate(xv, yv))
