import pandas as pd
from sklearn.datasets import load_iris
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.utils import set_random_seed

set_random_seed(5)

iris = load_iris()
df = pd.DataFrame(iris.data, columns=iris.feature_names)
df['species'] = iris.target

X = df.iloc[:, :-1].values
y = pd.get_dummies(df['species']).values.astype(float)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.33, random_state=42)

# the old way
knn = KNeighborsClassifier(n_neighbors=5)
knn.fit(X_train, y_train)
print("knn:", knn.score(X_test, y_test))

# the deep way
model = Sequential()
model.add(Dense(150, activation='tanh', input_shape=((df.shape[1] - 1),)))
model.add(Dense(150, activation='tanh'))
model.add(Dense(150, activation='tanh'))
model.add(Dense(y.shape[1], activation='softmax'))

model.compile(optimizer='sgd', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, y_train)  # diagnosis: trained_too_short

score, acc = model.evaluate(X_test, y_test, verbose=0)
print("keras:", acc)
