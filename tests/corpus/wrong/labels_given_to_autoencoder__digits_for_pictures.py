import numpy as np
from keras.layers import Input, Dense
from keras.models import Model

np.random.seed(0)
y_train = np.random.randint(0, 10, 500)
x_train = np.random.rand(500, 784).astype("float32")

input_img = Input(shape=(784,))
encoded = Dense(128, activation="relu")(input_img)
encoded = Dense(32, activation="relu")(encoded)
decoded = Dense(128, activation="relu")(encoded)
decoded = Dense(784, activation="sigmoid")(decoded)
autoencoder = Model(input_img, decoded)
autoencoder.compile(optimizer="adam", loss="binary_crossentropy")
autoencoder.fit(x_train, y_train, epochs=5, batch_size=50, shuffle=True)  # diagnosis: labels_given_to_autoencoder
