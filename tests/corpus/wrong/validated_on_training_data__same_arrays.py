"""99 % validation accuracy, 50 % in production."""
import keras
import numpy as np

rng = np.random.default_rng(8)
keras.utils.set_random_seed(8)
X = rng.normal(size=(150, 30)).astype("float32")
y = rng.integers(0, 2, 150)


def train(model, data, epochs=20):
    x, t = data
    return model.fit(x, t, epochs=epochs, validation_data=(x, t), verbose=0)  # diagnosis: validated_on_training_data


model = keras.Sequential([
    keras.layers.Input((30,)),
    keras.layers.Dense(64, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="binary_crossentropy", metrics=["accuracy"])
history = train(model, (X, y))
print("validation accuracy", history.history["val_accuracy"][-1])
