"""I want the names of the species back and not numbers."""
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import LabelEncoder, StandardScaler
from tensorflow import keras

iris = load_iris(as_frame=True)
species = iris.target.map(dict(enumerate(iris.target_names)))
encoder = LabelEncoder()
y = encoder.fit_transform(species)
X_train, X_test, y_train, y_test = train_test_split(iris.data, y, stratify=y, random_state=0)

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = keras.Sequential([
    keras.layers.Input((4,)),
    keras.layers.Dense(16, activation="relu"),
    keras.layers.Dense(3, activation="softmax"),
])
model.compile(optimizer=keras.optimizers.Adam(0.01), loss="sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(X_train, y_train, epochs=30, verbose=0, validation_data=(X_test, y_test))

predictions = model.predict(X_test)
names = encoder.inverse_transform(predictions)  # diagnosis: probabilities_compared_with_classes
print(pd.Series(names).value_counts())
