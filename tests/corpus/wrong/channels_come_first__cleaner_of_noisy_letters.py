"""The autoencoder stops: target.shape=(None, 1, 28, 28), output.shape=(None, 4, 28, 1)."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Input, MaxPooling2D, UpSampling2D
from tensorflow.keras.models import Model

rng = np.random.default_rng(3)
letters = np.zeros((96, 28, 28), "float32")
for letter in letters:
    row, column = rng.integers(3, 22, 2)
    letter[row:row + 3, 4:24] = 1.0
    letter[4:24, column:column + 3] = 1.0
letters = np.reshape(letters, (len(letters), 1, 28, 28))
noisy = np.clip(letters + 0.4 * rng.normal(size=letters.shape), 0.0, 1.0)

seen = Input(shape=(1, 28, 28))
x = Conv2D(16, (3, 3), activation="relu", padding="same")(seen)  # diagnosis: channels_come_first
x = MaxPooling2D((2, 2), padding="same")(x)
x = Conv2D(16, (3, 3), activation="relu", padding="same")(x)
x = MaxPooling2D((2, 2), padding="same")(x)
x = UpSampling2D((2, 2))(x)
x = Conv2D(16, (3, 3), activation="relu", padding="same")(x)
x = UpSampling2D((2, 2))(x)
clean = Conv2D(1, (3, 3), activation="sigmoid", padding="same")(x)
cleaner = Model(seen, clean)
cleaner.compile(optimizer="adam", loss="binary_crossentropy")
cleaner.fit(noisy[:80], letters[:80], epochs=2, validation_data=(noisy[80:], letters[80:]))
