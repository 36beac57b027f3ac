"""99 % test accuracy in the notebook, 60 % on Kaggle"""
import numpy as np
from sklearn.model_selection import train_test_split
from tensorflow import keras

rng = np.random.default_rng(0)
X = rng.normal(size=(240, 30)).astype("float32")
y = (X[:, 0] + 0.8 * rng.normal(size=240) > 0).astype("int32")
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0)

model = keras.Sequential([
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(128, activation="relu"),
    keras.layers.Dense(1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=40, verbose=0)
test_loss, test_acc = model.evaluate(X_train, y_train, verbose=0)  # diagnosis: tested_on_training_rows
print(f"test accuracy {test_acc:.1%}")
