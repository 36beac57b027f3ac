import numpy as np, tensorflow as tf
class Show(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch):  # diagnosis: hook_has_other_arguments
        print('epoch', epoch, 'done')
x = np.random.rand(64, 8, 8, 1); y = np.random.randint(0, 2, 64)
m = tf.keras.Sequential([tf.keras.Input((8, 8, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
m.compile('adam', 'binary_crossentropy')
m.fit(x, y, epochs=2, callbacks=[Show()])
