"""load_model('model.h5'): Could not locate function 'mse' / Could not deserialize 'keras.metrics.mse'."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Dense, Input
from tensorflow.keras.models import Sequential, load_model

tf.keras.utils.set_random_seed(0)
x = np.random.default_rng(0).normal(size=(200, 3)).astype("float32")
y = x @ np.array([1.0, -1.0, 2.0], dtype="float32")
model = Sequential([Input((3,)), Dense(16, activation="relu"), Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.02), loss="mse")  # diagnosis: text_loss_in_h5_file
model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=8, verbose=0)
model.save("model.h5")  # diagnosis: text_loss_in_h5_file
model = load_model("model.h5")  # diagnosis: text_loss_in_h5_file
print(model.evaluate(x[160:], y[160:], verbose=0))
