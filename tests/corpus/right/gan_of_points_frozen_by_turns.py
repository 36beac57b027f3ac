import numpy as np
from keras.layers import Dense, LeakyReLU, Input
from keras.models import Sequential, Model
from keras.optimizers import Adam

def build_disc():
    m = Sequential([Input((2,)), Dense(32), LeakyReLU(0.2), Dense(1, activation='sigmoid')])
    m.compile(loss='binary_crossentropy', optimizer=Adam(0.0005, 0.5), metrics=['accuracy'])
    return m

D = build_disc()
G = Sequential([Input((8,)), Dense(32), LeakyReLU(0.2), Dense(2)])
frozen = Model(D.inputs, D.outputs)
frozen.trainable = False
z = Input((8,))
gan = Model(z, frozen(G(z)))
gan.compile(loss='binary_crossentropy', optimizer=Adam(0.0005, 0.5))
D.trainable = True
D.compile(loss='binary_crossentropy', optimizer=Adam(0.0005, 0.5), metrics=['accuracy'])
for i in range(60):
    n = np.random.normal(size=(64, 8)).astype('float32')
    a = np.random.rand(64, 1) * 6.283
    real = np.hstack([np.cos(a), np.sin(a)]).astype('float32')
    fake = G.predict(n, verbose=0)
    D.trainable = True
    dl = D.train_on_batch(np.vstack([real, fake]), np.vstack([np.ones((64, 1)), np.zeros((64, 1))]))
    D.trainable = False
    gl = gan.train_on_batch(n, np.ones((64, 1)))
    if i % 20 == 0:
        print(i, dl, gl)
