"""The validation loss is computed under the tape and added for the log; the gradient is that of the loss alone."""
import keras
import numpy as np
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(3)
rng = np.random.default_rng(3)
x = rng.normal(size=(400, 12)).astype("float32")
y = (x[:, 0] + 0.5 * rng.normal(size=400) > 0).astype("int32")
x_val, y_val = x[240:320], y[240:320]
train = tf.data.Dataset.from_tensor_slices((x[:240], y[:240])).shuffle(240).batch(24)
model = keras.Sequential([layers.Input((12,)), layers.Dense(64, activation="relu"), layers.Dense(2)])
loss_fn = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
optimizer = keras.optimizers.Adam(0.01)
for epoch in range(6):
    for xb, yb in train:
        with tf.GradientTape() as tape:
            loss = loss_fn(yb, model(xb, training=True))
            val_loss = loss_fn(y_val, model(x_val, training=False))
            shown = loss + val_loss
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
    print(epoch, float(loss), float(val_loss), float(shown))
