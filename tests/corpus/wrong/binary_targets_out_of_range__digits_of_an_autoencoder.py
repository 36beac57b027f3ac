import numpy as np
from sklearn.datasets import load_digits
from tensorflow.keras.layers import Input, Dense
from tensorflow.keras.models import Model

digits = load_digits()
images = (digits.images * 15.9).astype('uint8')        # like MNIST: 0..255  # diagnosis: binary_targets_out_of_range
trainX = images[:1500].reshape(-1, 64)
testX = images[1500:].reshape(-1, 64)
print(trainX.shape, trainX.dtype, trainX.max())


def build(encoding_dim=16):
    img = Input(shape=(64,))
    encoded = Dense(32, activation='relu')(img)
    encoded = Dense(encoding_dim, activation='relu')(encoded)
    decoded = Dense(32, activation='relu')(encoded)
    decoded = Dense(64, activation='sigmoid')(decoded)
    autoencoder = Model(img, decoded)
    encoder = Model(img, encoded)
    return autoencoder, encoder


autoencoder, encoder = build()
autoencoder.compile(optimizer='adam', loss='binary_crossentropy')
autoencoder.fit(trainX, trainX,  # diagnosis: binary_targets_out_of_range
                epochs=10,
                batch_size=64,
                shuffle=True,
                validation_data=(testX, testX))

decoded_imgs = autoencoder.predict(testX)
print(decoded_imgs[0].reshape(8, 8).round(2))
print(encoder.predict(testX[:2]))
