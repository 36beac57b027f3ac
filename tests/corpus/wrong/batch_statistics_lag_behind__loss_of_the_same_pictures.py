"""Train loss 0.01, val_loss 0.6, although validation IS the training data. How is this possible?"""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Activation, BatchNormalization, Conv2D, Dense, GlobalAveragePooling2D, Input
from tensorflow.keras.models import Model

tf.keras.utils.set_random_seed(1)
rng = np.random.default_rng(5)
n = 40
x = rng.uniform(0, 90, size=(n, 48, 48, 3))
y = np.arange(n) % 2
x[y == 1, :, :, 2] += 90
x[y == 0, :, ::3, :] += 90
x = (x / 255.0).astype("float32")


def conv_bn(filters, strides, t):
    t = Conv2D(filters, 3, strides=strides, padding="same", use_bias=False)(t)
    t = BatchNormalization()(t)  # diagnosis: batch_statistics_lag_behind
    return Activation("relu")(t)


inp = Input((48, 48, 3))
t = conv_bn(16, 2, inp)
t = conv_bn(32, 1, t)
t = conv_bn(32, 2, t)
t = conv_bn(64, 2, t)
t = GlobalAveragePooling2D()(t)
model = Model(inp, Dense(1, activation="sigmoid")(t))
model.compile(optimizer=tf.keras.optimizers.Adam(1e-3), loss="binary_crossentropy")
history = model.fit(x, y, batch_size=n, epochs=10, validation_data=(x, y), verbose=2)  # diagnosis: validated_on_training_data
print("train", history.history["loss"][-1], "same data", model.evaluate(x, y, verbose=0))
