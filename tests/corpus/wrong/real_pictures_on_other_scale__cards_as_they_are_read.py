"""My first GAN, little cards: the discriminator is at 0 at once, the generator only makes grey."""
import numpy as np
import tensorflow as tf
from tensorflow.keras import Sequential
from tensorflow.keras.layers import (BatchNormalization, Conv2D, Conv2DTranspose, Dense, Dropout, Flatten, Input,
                                     LeakyReLU, Reshape)

tf.keras.utils.set_random_seed(0)
SIZE = 16
NOISE = 32


def load_cards(n=800):
    cards = np.full((n, SIZE, SIZE, 3), 230.0)
    for i in range(n):
        colour = [(200, 30, 30), (30, 160, 60), (40, 60, 200)][np.random.randint(3)]
        t = np.random.randint(2, 5)
        cards[i, t:t + 8, 4:12] = colour
    return cards.astype("float32")


def generator_model():
    model = Sequential()
    model.add(Input((NOISE,)))
    model.add(Dense(4 * 4 * 64, use_bias=False))
    model.add(BatchNormalization())
    model.add(LeakyReLU())
    model.add(Reshape((4, 4, 64)))
    model.add(Conv2DTranspose(32, (5, 5), strides=(2, 2), padding='same', use_bias=False))
    model.add(BatchNormalization())
    model.add(LeakyReLU())
    model.add(Conv2DTranspose(3, (5, 5), strides=(2, 2), padding='same', use_bias=False, activation='tanh'))  # diagnosis: real_pictures_on_other_scale
    return model


def discriminator_model():
    model = Sequential()
    model.add(Input((SIZE, SIZE, 3)))
    model.add(Conv2D(32, (5, 5), strides=(2, 2), padding='same'))
    model.add(LeakyReLU())
    model.add(Dropout(0.3))
    model.add(Conv2D(64, (5, 5), strides=(2, 2), padding='same'))
    model.add(LeakyReLU())
    model.add(Dropout(0.3))
    model.add(Flatten())
    model.add(Dense(1, activation='sigmoid'))
    optimizer = tf.keras.optimizers.Adam(learning_rate=2e-4, beta_1=0.5)
    model.compile(loss='binary_crossentropy', optimizer=optimizer, metrics=['accuracy'])
    return model


def gan_model(generator, discriminator):
    discriminator.trainable = False
    model = Sequential()
    model.add(generator)
    model.add(discriminator)
    model.compile(loss='binary_crossentropy', optimizer=tf.keras.optimizers.Adam(learning_rate=2e-4, beta_1=0.5))
    return model


real_cards = load_cards()
generator = generator_model()
discriminator = discriminator_model()
gan = gan_model(generator, discriminator)

batch_size = 32
for epoch in range(4):
    for step in range(len(real_cards) // batch_size):
        noise = np.random.normal(0, 1, (batch_size, NOISE))
        fake = generator.predict(noise, verbose=0)
        real = real_cards[np.random.randint(0, len(real_cards), batch_size)]
        discriminator.trainable = True
        d_real = discriminator.train_on_batch(real, np.ones((batch_size, 1)))
        d_fake = discriminator.train_on_batch(fake, np.zeros((batch_size, 1)))
        discriminator.trainable = False
        g_loss = gan.train_on_batch(np.random.normal(0, 1, (batch_size, NOISE)), np.ones((batch_size, 1)))
    print(f"epoch {epoch} d_real {d_real} d_fake {d_fake} g {g_loss}")

samples = generator.predict(np.random.normal(0, 1, (8, NOISE)), verbose=0)
samples = (samples * 127.5 + 127.5).astype("uint8")
print("mean colour of the samples", samples.mean(axis=(0, 1, 2)), "of the cards", real_cards.mean(axis=(0, 1, 2)))
