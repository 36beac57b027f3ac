"""My loss is negative and keeps falling."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(5)
x = rng.normal(size=(1000, 4)).astype('float32')
y = (x @ np.array([1., 2., -1., .5]) + 3).astype('float32')[:, None]

def weighted_mae(y_true, y_pred):
    w = tf.where(y_true > 3, 5.0, 1.0)
    return tf.reduce_mean(w * (y_true - y_pred))  # diagnosis: loss_keeps_its_sign

model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation='relu'), tf.keras.layers.Dense(1)])
model.compile(optimizer=tf.keras.optimizers.Adam(0.01), loss=weighted_mae, metrics=['mae'])
model.fit(x, y, epochs=8, batch_size=32, verbose=2)
print(model.predict(x[:4]), y[:4])
