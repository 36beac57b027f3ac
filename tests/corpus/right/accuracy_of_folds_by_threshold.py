"""The accuracy of folds, counted by hand behind a threshold."""
import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

rng = np.random.default_rng(123)
X = (rng.random((400, 3)) > 0.5).astype('float32')
y = X.sum(axis=1) > 1
n_folds = 2
folds = np.arange(400) % n_folds
rng.shuffle(folds)
y_pred = np.zeros(400)

for fold_i in range(n_folds):
    print("Fold", fold_i)
    model = Sequential()
    model.add(Dense(10, activation="relu", input_shape=(3,)))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(optimizer="rmsprop", loss="binary_crossentropy")
    model.fit(X[folds != fold_i], y[folds != fold_i], verbose=False, epochs=30, batch_size=50)
    print("Training accuracy:", np.mean(y[folds != fold_i] == (model.predict(X[folds != fold_i])[:, 0] > 0.5)))
    y_pred[folds == fold_i] = model.predict(X[folds == fold_i])[:, 0] > 0.5

print(np.mean(y_pred == y))
