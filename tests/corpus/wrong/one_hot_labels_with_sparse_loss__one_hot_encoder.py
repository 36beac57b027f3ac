import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import OneHotEncoder, StandardScaler

rng = np.random.default_rng(11)
n = 600
species = rng.choice(["setosa", "versicolor", "virginica"], n)
shift = pd.Series(species).map({"setosa": 0.0, "versicolor": 2.0, "virginica": 4.0}).values
iris = pd.DataFrame({"sl": 5 + shift + rng.normal(0, .5, n), "sw": 3 - shift / 4 + rng.normal(0, .3, n),
                     "species": species})

X = iris[["sl", "sw"]]
y = OneHotEncoder(sparse_output=False).fit_transform(iris[["species"]])
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=0)
scaler = StandardScaler().fit(X_train)
X_train, X_test = scaler.transform(X_train), scaler.transform(X_test)

model = tf.keras.Sequential([
    tf.keras.layers.Input((2,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(3, activation="softmax"),
])
model.compile(optimizer="adam", loss="sparse_categorical_crossentropy", metrics=["accuracy"])  # diagnosis: one_hot_labels_with_sparse_loss
model.fit(X_train, y_train, epochs=10, verbose=0)
print(model.evaluate(X_test, y_test, verbose=0))
