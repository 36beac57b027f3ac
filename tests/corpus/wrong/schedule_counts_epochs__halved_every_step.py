"""The loss moves in the first second and then never again."""
import numpy as np
import tensorflow as tf

np.random.seed(2)
X = np.random.randn(2000, 10).astype('float32')
y = (X[:, :3].sum(axis=1) > 0).astype('float32')
lr = tf.keras.optimizers.schedules.ExponentialDecay(0.001, decay_steps=1, decay_rate=0.5)  # diagnosis: schedule_counts_epochs
model = tf.keras.Sequential([tf.keras.layers.Dense(16, activation='relu'), tf.keras.layers.Dense(1, activation='sigmoid')])
model.compile(optimizer=tf.keras.optimizers.Adam(lr), loss='binary_crossentropy', metrics=['accuracy'])
model.fit(X, y, epochs=8, batch_size=32, verbose=2)
