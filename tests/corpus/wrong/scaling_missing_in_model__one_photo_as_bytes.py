"""Validation accuracy is 100 %, single photos are always predicted as class 0."""
import numpy as np
import keras
from PIL import Image

keras.utils.set_random_seed(5)
rng = np.random.default_rng(5)
y = rng.integers(0, 2, 160)
x = rng.integers(0, 120, (160, 20, 20, 3)).astype("uint8")
x[y == 1, 5:15, 5:15] += 110
Image.fromarray(x[np.flatnonzero(y == 1)[0]]).save("photo.png")

train = x.astype("float32") / 255  # diagnosis: scaling_missing_in_model
model = keras.Sequential([
    keras.Input((20, 20, 3)),
    keras.layers.Conv2D(8, 3, activation="relu"),
    keras.layers.MaxPooling2D(4),
    keras.layers.Flatten(),
    keras.layers.Dense(2, activation="softmax"),
])
model.compile(keras.optimizers.Adam(0.01), "sparse_categorical_crossentropy", metrics=["accuracy"])
model.fit(train[:130], y[:130], validation_data=(train[130:], y[130:]), epochs=5, verbose=0)

photo = keras.utils.img_to_array(keras.utils.load_img("photo.png", target_size=(20, 20)))
print(model.predict(photo[None], verbose=0))  # diagnosis: scaling_missing_in_model
