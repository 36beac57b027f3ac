"""My random forest gets 96 % on iris, why does the network get 66 %?"""
import numpy as np
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import train_test_split
from tensorflow.keras import Input
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

iris = load_iris(as_frame=True)
df = iris.frame
X = df.drop('target', axis=1).values
y = pd.get_dummies(df['target']).values.astype('float32')

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.33, random_state=3)

forest = RandomForestClassifier(n_estimators=50, random_state=0)
forest.fit(X_train, y_train.argmax(axis=1))
print('forest:', forest.score(X_test, y_test.argmax(axis=1)))

model = Sequential()
model.add(Input(shape=(df.shape[1] - 1,)))
model.add(Dense(150, activation='tanh'))
model.add(Dense(150, activation='tanh'))
model.add(Dense(150, activation='tanh'))
model.add(Dense(y.shape[1], activation='softmax'))
model.compile(loss='categorical_crossentropy', optimizer='rmsprop', metrics=['accuracy'])
model.fit(X_train, y_train)  # diagnosis: trained_too_short
score, acc = model.evaluate(X_test, y_test, verbose=0)
print('network:', acc)
