"""ValueError: Argument `output` must have rank (ndim) `target.ndim - 1` - my shapes are equal, (None, 4) both!"""
import numpy as np
from tensorflow import keras
from tensorflow.keras.utils import to_categorical

rng = np.random.default_rng(0)
X = rng.normal(size=(240, 10)).astype("float32")
y = np.digitize(X[:, 0], [-0.7, 0.0, 0.7])
Y = to_categorical(y, num_classes=4)
print(X.shape, Y.shape)

split = 180
model = keras.Sequential(
    [
        keras.layers.Input(shape=(10,)),
        keras.layers.Dense(24, activation="relu"),
        keras.layers.Dropout(0.1),
        keras.layers.Dense(4, activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(learning_rate=0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(),  # diagnosis: one_hot_labels_with_sparse_loss
    metrics=["accuracy"],
)
model.fit(X[:split], Y[:split], epochs=5, validation_data=(X[split:], Y[split:]))
