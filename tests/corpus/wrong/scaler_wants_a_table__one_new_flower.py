"""Training works. Asking about one flower of my own stops in the scaler."""
import numpy as np
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow import keras

iris = load_iris()
x_train, x_test, y_train, y_test = train_test_split(iris.data, iris.target, random_state=1, stratify=iris.target)

scaler = StandardScaler()
x_train = scaler.fit_transform(x_train)
x_test = scaler.transform(x_test)

model = keras.Sequential([
    keras.layers.Input(shape=(4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(x_train, y_train, epochs=30, verbose=0, validation_data=(x_test, y_test))


def classify(flower):
    scaled = scaler.transform(flower)  # diagnosis: scaler_wants_a_table
    return iris.target_names[np.argmax(model.predict(scaled, verbose=0))]


print(classify([5.1, 3.5, 1.4, 0.2]))
