"""ValueError: tuple arity mismatch; expected: 2, got: 1."""
import numpy as np
from tensorflow.keras.layers import Input, Conv2D, GlobalAveragePooling2D, Dense
from tensorflow.keras.models import Model

faces = np.random.rand(256, 24, 24, 3).astype("float32")
gender = np.random.randint(0, 2, 256)
age = np.random.randint(1, 90, 256) / 100.0
faces[gender == 1, :, :, 0] *= 0.4
faces[:, :, :, 1] *= age[:, None, None]

inp = Input(shape=(24, 24, 3))
x = Conv2D(16, 3, activation="relu")(inp)
x = Conv2D(32, 3, activation="relu")(x)
x = GlobalAveragePooling2D()(x)
gender_out = Dense(1, activation="sigmoid", name="gender")(x)
age_out = Dense(1, activation="linear", name="age")(x)
model = Model(inputs=inp, outputs=[gender_out, age_out])
model.compile(
    optimizer="adam",
    loss=["binary_crossentropy", "mae"],
    metrics=["accuracy"],  # diagnosis: metrics_not_for_each_output
)
history = model.fit(faces, [gender, age], batch_size=32, epochs=3, validation_split=0.2)
print(history.history.keys())
