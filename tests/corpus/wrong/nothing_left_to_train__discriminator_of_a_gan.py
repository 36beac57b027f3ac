"""The discriminator's loss stays at 0.7 while the generator learns to fool it."""
import numpy as np
from keras.models import Sequential, Model
from keras.layers import Dense, LeakyReLU, Input, Reshape, Flatten
from keras.optimizers import Adam

latent_dim = 16
X_train = np.zeros((512, 14, 14, 1))
for i in range(512):
    r = np.random.randint(2, 9)
    X_train[i, r:r + 4, r:r + 4] = 1
X_train = X_train * 2 - 1

generator = Sequential([Input((latent_dim,)), Dense(64), LeakyReLU(0.2), Dense(196, activation="tanh"), Reshape((14, 14, 1))])
discriminator = Sequential([Input((14, 14, 1)), Flatten(), Dense(64), LeakyReLU(0.2), Dense(1, activation="sigmoid")])
discriminator.compile(loss="binary_crossentropy", optimizer=Adam(0.0002, 0.5), metrics=["accuracy"])

discriminator.trainable = False  # diagnosis: nothing_left_to_train
z = Input((latent_dim,))
validity = discriminator(generator(z))
combined = Model(z, validity)
combined.compile(loss="binary_crossentropy", optimizer=Adam(0.0002, 0.5))

batch_size = 32
valid = np.ones((batch_size, 1))
fake = np.zeros((batch_size, 1))
for epoch in range(9):
    imgs = X_train[np.random.randint(0, len(X_train), batch_size)]
    gen_imgs = generator.predict(np.random.normal(0, 1, (batch_size, latent_dim)), verbose=0)
    d_loss_real = discriminator.train_on_batch(imgs, valid)
    d_loss_fake = discriminator.train_on_batch(gen_imgs, fake)
    g_loss = combined.train_on_batch(np.random.normal(0, 1, (batch_size, latent_dim)), valid)
    if epoch % 3 == 0:
        print(epoch, "D", d_loss_real, d_loss_fake, "G", g_loss)
