# share of right answers, counted by hand
import keras
import numpy as np
import tensorflow as tf

rng = np.random.default_rng(1)
x = rng.normal(size=(120, 4)).astype("float32")
y = (x[:, 0] + x[:, 1] > 0).astype("int32")

model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy")
model.fit(x, y, epochs=2, verbose=0)

chances = model(tf.constant(x), training=False)
decided = (chances > 0.5).astype("int32")  # diagnosis: method_of_other_kind
print("right:", np.mean(decided[:, 0] == y))
