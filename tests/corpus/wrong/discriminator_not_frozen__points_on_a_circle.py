# simple GAN, generator output is always noise?
import numpy as np
from keras.layers import Dense, LeakyReLU, Input
from keras.models import Sequential, Model
from keras.optimizers import Adam

LATENT = 16

def real_samples(n):
    a = np.random.rand(n, 1) * 2 * np.pi
    return np.concatenate([np.cos(a), np.sin(a)], axis=1).astype('float32')

def make_generator():
    m = Sequential()
    m.add(Input((LATENT,)))
    m.add(Dense(32))
    m.add(LeakyReLU(0.2))
    m.add(Dense(32))
    m.add(LeakyReLU(0.2))
    m.add(Dense(2))
    return m

def make_discriminator():
    m = Sequential()
    m.add(Input((2,)))
    m.add(Dense(32))
    m.add(LeakyReLU(0.2))
    m.add(Dense(1, activation='sigmoid'))
    m.compile(loss='binary_crossentropy', optimizer=Adam(0.0002, 0.5), metrics=['accuracy'])
    return m

discriminator = make_discriminator()
generator = make_generator()

z = Input(shape=(LATENT,))
validity = discriminator(generator(z))
combined = Model(z, validity)  # diagnosis: discriminator_not_frozen
combined.compile(loss='binary_crossentropy', optimizer=Adam(0.0002, 0.5))  # diagnosis: discriminator_not_frozen

batch = 64
for step in range(60):
    noise = np.random.normal(0, 1, (batch, LATENT))
    fake = generator.predict(noise, verbose=0)
    d1 = discriminator.train_on_batch(real_samples(batch), np.ones((batch, 1)))
    d2 = discriminator.train_on_batch(fake, np.zeros((batch, 1)))
    g = combined.train_on_batch(noise, np.ones((batch, 1)))
    if step % 20 == 0:
        print(step, d1, d2, g)
