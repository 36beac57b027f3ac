# F1 of a network with three classes
import keras
import numpy as np
from sklearn.metrics import f1_score

rng = np.random.default_rng(0)
x = rng.normal(size=(150, 4)).astype("float32")
y = x[:, :3].argmax(axis=1)

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
model.compile("adam", "sparse_categorical_crossentropy")
model.fit(x[:120], y[:120], epochs=5, verbose=0)
decided = model.predict(x[120:], verbose=0).argmax(axis=1)
print(f1_score(y[120:], decided))  # diagnosis: measure_refuses_classes
