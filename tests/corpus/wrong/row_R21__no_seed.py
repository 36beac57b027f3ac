"""Every run of the same script gives another validation accuracy, between 0.6 and 0.8. How do I compare two networks?"""
import numpy as np
import tensorflow as tf

x = np.random.normal(size=(120, 10)).astype("float32")  # diagnosis: row_R21
y = (x[:, 0] + np.random.normal(size=120) > 0).astype("int32")
scores = {}
for units in (8, 64):
    model = tf.keras.Sequential([
        tf.keras.Input((10,)),
        tf.keras.layers.Dense(units, activation="relu"),  # diagnosis: row_R21
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
    model.fit(x[:90], y[:90], validation_data=(x[90:], y[90:]), epochs=6, verbose=0)  # diagnosis: row_R21
    scores[units] = model.evaluate(x[90:], y[90:], verbose=0)[1]
print(scores)
