"""GridSearchCV with my Keras model: estimator should be an estimator implementing 'fit' / has no score"""
import numpy as np
from sklearn.model_selection import GridSearchCV
from tensorflow.keras.layers import Dense
from tensorflow.keras.models import Sequential

rng = np.random.default_rng(0)
X = rng.normal(size=(150, 8)).astype("float32")
y = (X[:, 0] + X[:, 1] > 0).astype(int)


def create_model():
    model = Sequential()
    model.add(Dense(12, input_shape=(8,), activation="relu"))
    model.add(Dense(1, activation="sigmoid"))
    model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
    return model


model = create_model()
grid = GridSearchCV(estimator=model, param_grid={"batch_size": [10, 20], "epochs": [5]}, cv=3)
result = grid.fit(X, y)  # diagnosis: model_taken_for_estimator
print(result.best_params_)
