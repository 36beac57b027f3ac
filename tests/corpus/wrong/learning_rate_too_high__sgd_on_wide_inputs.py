"""The loss rises from step to step: 400, 5000, 90000. More data did not help."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = (rng.normal(size=(240, 6)) * 2.5).astype("float32")
y = (x @ rng.normal(size=6) * 3).astype("float32")

model = tf.keras.Sequential([
    tf.keras.Input((6,)),
    tf.keras.layers.Dense(1),
])
model.compile(  # diagnosis: learning_rate_too_high
    optimizer=tf.keras.optimizers.SGD(learning_rate=0.16),  # diagnosis: learning_rate_too_high
    loss="mse",
)
history = model.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=5, verbose=2)  # diagnosis: learning_rate_too_high
print(history.history["loss"])
