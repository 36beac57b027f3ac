"""TypeError: '>' not supported between instances of 'NoneType' and 'float' in my own callback."""
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(0)
x = rng.normal(size=(300, 3)).astype("float32")
y = (x[:, 0] > 0).astype("int32")


class StopAt95(tf.keras.callbacks.Callback):
    def on_epoch_end(self, epoch, logs={}):
        if logs.get("acc") > 0.95:  # diagnosis: unknown_log_name
            print("reached 95 %, stopping")
            self.model.stop_training = True


model = tf.keras.Sequential([
    tf.keras.Input((3,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(x, y, epochs=30, callbacks=[StopAt95()], verbose=0)
