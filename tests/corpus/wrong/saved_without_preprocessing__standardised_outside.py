"""The saved model predicts 600 instead of 18 for new rows, in training the error was below 1."""
import keras
import numpy as np

rng = np.random.default_rng(4)
keras.utils.set_random_seed(4)
rows = np.column_stack([rng.normal(180, 25, 500), rng.normal(70, 12, 500), rng.integers(0, 9, 500)])
target = 0.05 * rows[:, 0] + 0.1 * rows[:, 1] + rows[:, 2] + rng.normal(size=500) * 0.3

train, test = rows[:400], rows[400:]
mean, std = train.mean(axis=0), train.std(axis=0)
train_scaled = (train - mean) / std  # diagnosis: saved_without_preprocessing
test_scaled = (test - mean) / std

model = keras.Sequential([
    keras.Input((3,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile(keras.optimizers.Adam(0.02), "mse", metrics=["mae"])
model.fit(train_scaled, target[:400], validation_data=(test_scaled, target[400:]), epochs=25, verbose=0)
print("mae", model.evaluate(test_scaled, target[400:], verbose=0)[1])
model.save("weights_and_all.keras")  # diagnosis: saved_without_preprocessing

served = keras.saving.load_model("weights_and_all.keras")
new_rows = np.array([[178.0, 66.0, 3.0], [201.0, 80.0, 1.0]])
print(served.predict(new_rows, verbose=0))  # diagnosis: saved_without_preprocessing
