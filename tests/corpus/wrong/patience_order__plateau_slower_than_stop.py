"""ReduceLROnPlateau never reduces anything; the training always ends before."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
x = rng.normal(size=(150, 20)).astype("float32")
y = (x[:, 0] + rng.normal(size=150) > 0).astype("int32")

model = tf.keras.Sequential([
    tf.keras.Input((20,)),
    tf.keras.layers.Dense(32, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
stop = tf.keras.callbacks.EarlyStopping("val_loss", patience=4, restore_best_weights=True)  # diagnosis: patience_order
lower = tf.keras.callbacks.ReduceLROnPlateau("val_loss", factor=0.3, patience=6)  # diagnosis: patience_order
history = model.fit(  # diagnosis: patience_order
    x[:100], y[:100], validation_data=(x[100:], y[100:]), epochs=50, callbacks=[stop, lower], verbose=0
)
print(history.history["learning_rate"])
