import numpy as np
import pandas as pd
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from tensorflow.math import confusion_matrix
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

cancer = load_breast_cancer()
X = cancer.data
y = cancer.target

X_train, X_test, y_train, y_test = train_test_split(X, y, random_state=0)

scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)

model = Sequential()
model.add(Dense(8, activation="relu", input_shape=[X.shape[1]]))
model.add(Dense(4, activation="relu"))
model.add(Dense(1, activation="sigmoid"))

model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
history = model.fit(X_train, y_train, validation_data=(X_test, y_test), batch_size=16, epochs=6, verbose=0)
print(pd.DataFrame(history.history).tail(1))

y_pred = model.predict(X_test)
matrix = confusion_matrix(y_test, y_pred)  # diagnosis: probabilities_cut_to_zero
print(matrix)
