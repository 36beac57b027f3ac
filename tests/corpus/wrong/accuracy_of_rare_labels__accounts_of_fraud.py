"""An accuracy of 0.98 from the first epoch on, and a confusion matrix with one empty column."""
import keras
import numpy as np
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

keras.utils.set_random_seed(9)
rng = np.random.default_rng(9)
X = rng.normal(size=(3000, 12))
fraud = (rng.random(3000) < 0.02).astype(int)
X[fraud == 1, :3] += 0.6

X_train, X_test, y_train, y_test = train_test_split(X, fraud, test_size=0.3, random_state=1)
sc = StandardScaler()
X_train = sc.fit_transform(X_train)
X_test = sc.transform(X_test)

classifier = keras.Sequential()
classifier.add(keras.layers.Input((12,)))
classifier.add(keras.layers.Dense(10, activation="relu"))
classifier.add(keras.layers.Dense(1, activation="sigmoid"))
classifier.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])  # diagnosis: accuracy_of_rare_labels
classifier.fit(X_train, y_train, batch_size=32, epochs=8, verbose=2)  # diagnosis: stuck_at_majority

y_pred = classifier.predict(X_test, verbose=0) > 0.5
print(confusion_matrix(y_test, y_pred))
