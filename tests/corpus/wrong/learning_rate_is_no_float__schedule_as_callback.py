"""The output of the schedule should be a float, and I see a float."""
import numpy as np
import tensorflow as tf

class CustomSchedule(tf.keras.optimizers.schedules.LearningRateSchedule):
    def __init__(self, warmup_steps=1e2):
        super().__init__()
        self.warmup_steps = tf.cast(warmup_steps, tf.float32)

    def __call__(self, step):
        step = tf.cast(step, tf.float32) + 1.0
        return 0.05 * tf.minimum(tf.math.rsqrt(step), step * self.warmup_steps ** -1.5)

x = np.random.rand(320, 24, 24, 1).astype('float32')
y = (x.mean(axis=(1, 2, 3)) > 0.5).astype('float32')
model = tf.keras.Sequential([
    tf.keras.layers.Input((24, 24, 1)),
    tf.keras.layers.Conv2D(8, 3, activation='relu'),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer=tf.keras.optimizers.Adam(), loss='binary_crossentropy', metrics=['accuracy'])
lr_callback = tf.keras.callbacks.LearningRateScheduler(CustomSchedule(), verbose=1)  # diagnosis: learning_rate_is_no_float
model.fit(x, y, epochs=3, callbacks=[lr_callback])
