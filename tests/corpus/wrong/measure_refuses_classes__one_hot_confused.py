# who is taken for whom, of one-hot labels
import keras
import numpy as np
from sklearn.metrics import confusion_matrix

rng = np.random.default_rng(0)
x = rng.normal(size=(150, 4)).astype("float32")
y = keras.utils.to_categorical(x[:, :3].argmax(axis=1), 3)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "categorical_crossentropy")
model.fit(x[:120], y[:120], epochs=5, verbose=0)
decided = (model.predict(x[120:], verbose=0) > 0.5).astype(int)
print(confusion_matrix(y[120:], decided))  # diagnosis: measure_refuses_classes
