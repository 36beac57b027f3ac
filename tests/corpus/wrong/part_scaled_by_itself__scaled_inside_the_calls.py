"""One new car, and the price comes out as the mean of all cars, whatever I type in."""
import numpy as np
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

rng = np.random.default_rng(3)
X = np.column_stack([rng.uniform(0, 15, 800), rng.uniform(0, 200, 800), rng.uniform(40, 300, 800)])
y = 20000 - 900 * X[:, 0] - 30 * X[:, 1] + 80 * X[:, 2]

sx, sy = StandardScaler(), StandardScaler()
model = keras.Sequential([
    keras.layers.Input((3,)),
    keras.layers.Dense(32, activation="relu"),
    keras.layers.Dense(1),
])
model.compile("adam", "mse")
model.fit(sx.fit_transform(X), sy.fit_transform(y.reshape(-1, 1)), epochs=20, verbose=0)

new = np.array([[14.0, 180.0, 60.0]])
pred = model.predict(StandardScaler().fit_transform(new), verbose=0)  # diagnosis: part_scaled_by_itself
print(sy.inverse_transform(pred), "should be about", 20000 - 900 * 14 - 30 * 180 + 80 * 60)
