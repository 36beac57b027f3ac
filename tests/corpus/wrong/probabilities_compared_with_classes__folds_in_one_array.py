import numpy as np
from keras import Input, Sequential, layers, utils
from sklearn.model_selection import KFold

utils.set_random_seed(0)
rng = np.random.default_rng(0)
X = rng.normal(size=(240, 5))
y = (X[:, 0] - X[:, 1] > 0).astype(float)

y_pred = np.zeros_like(y)
for train, test in KFold(3, shuffle=True, random_state=0).split(X):
    model = Sequential([Input((5,)), layers.Dense(8, activation="relu"), layers.Dense(1, activation="sigmoid")])
    model.compile(optimizer="adam", loss="binary_crossentropy")
    model.fit(X[train], y[train], epochs=20, batch_size=16, verbose=0)
    y_pred[test] = model.predict(X[test], verbose=0)[:, 0]

print("accuracy", np.mean(y_pred == y))  # diagnosis: probabilities_compared_with_classes
