"""Stops after a few epochs: the learning rate is not settable."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import EarlyStopping, ReduceLROnPlateau

X = np.random.rand(300, 24, 24, 3).astype(np.float32)
Y = tf.keras.utils.to_categorical((X[..., 0].mean((1, 2)) > X[..., 1].mean((1, 2))).astype(int))

schedule = tf.keras.optimizers.schedules.ExponentialDecay(1e-3, decay_steps=1000, decay_rate=0.96)
model = tf.keras.models.Sequential()
model.add(tf.keras.layers.Conv2D(16, (3, 3), activation="relu", input_shape=(24, 24, 3)))
model.add(tf.keras.layers.GlobalAveragePooling2D())
model.add(tf.keras.layers.Dense(2, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer=tf.keras.optimizers.Adam(learning_rate=schedule), metrics=["accuracy"])

reduce_lr = ReduceLROnPlateau(monitor="val_loss", factor=0.2, patience=1, min_lr=1e-6)  # diagnosis: schedule_and_callback_set_rate
es = EarlyStopping(monitor="val_loss", patience=5, restore_best_weights=True)
model.fit(X, Y, epochs=12, batch_size=32, validation_split=0.2, callbacks=[reduce_lr, es])
