"""I saved the weights after training, but the model in the second half of the script predicts nonsense."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
x = rng.normal(size=(200, 4)).astype("float32")
y = (x[:, 0] > x[:, 1]).astype("int32")


def make_model():
    model = tf.keras.Sequential([
        tf.keras.Input((4,)),
        tf.keras.layers.Dense(16, activation="relu"),
        tf.keras.layers.Dense(1, activation="sigmoid"),
    ])
    model.compile(tf.keras.optimizers.Adam(0.02), "binary_crossentropy", metrics=["accuracy"])
    return model


trained = make_model()
trained.fit(x[:160], y[:160], validation_data=(x[160:], y[160:]), epochs=8, verbose=0)
trained.save_weights("net.weights.h5")
print("trained", trained.evaluate(x[160:], y[160:], verbose=0)[1])

model = make_model()  # diagnosis: saved_weights_not_loaded
predicted = model.predict(x[160:], verbose=0)[:, 0] > 0.5  # diagnosis: saved_weights_not_loaded
print("later", np.mean(predicted == y[160:]))
