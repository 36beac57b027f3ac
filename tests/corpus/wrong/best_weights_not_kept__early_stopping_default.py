"""EarlyStopping stopped at epoch 14, but the saved model is worse than the one I saw at epoch 6."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(160, 25)).astype("float32")
y = (x[:, 0] + x[:, 1] + rng.normal(size=160) > 0).astype("int32")
x_train, y_train, x_val, y_val = x[:100], y[:100], x[100:], y[100:]

model = tf.keras.Sequential([
    tf.keras.Input((25,)),
    tf.keras.layers.Dense(64, activation="relu"),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
early = tf.keras.callbacks.EarlyStopping(monitor="val_loss", patience=8)  # diagnosis: best_weights_not_kept
history = model.fit(  # diagnosis: best_weights_not_kept
    x_train, y_train, validation_data=(x_val, y_val), epochs=60, callbacks=[early], verbose=0
)
losses = history.history["val_loss"]
print("best epoch", int(np.argmin(losses)), min(losses), "last", losses[-1])
model.save("classifier.keras")  # diagnosis: best_weights_not_kept
