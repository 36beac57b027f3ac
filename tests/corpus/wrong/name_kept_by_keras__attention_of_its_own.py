import numpy as np
from tensorflow.keras import backend as K
from tensorflow.keras import initializers
from tensorflow.keras.layers import Layer, Input, Embedding, GRU, Dense
from tensorflow.keras.models import Model

x = np.random.randint(1, 300, (200, 15))
y = np.random.randint(0, 2, 200)


class Attention(Layer):
    def __init__(self, output_dim, udim, init="glorot_uniform", **kwargs):
        self.init = initializers.get(init)
        self.output_dim = output_dim
        self.udim = udim
        super(Attention, self).__init__(**kwargs)

    def build(self, input_shape):
        self.W = self.add_weight(name="W", shape=(input_shape[2], self.udim), initializer=self.init)
        self.b = self.add_weight(name="b", shape=(self.udim,), initializer="zeros")
        self.u = self.add_weight(name="u", shape=(self.udim, 1), initializer=self.init)
        self.trainable_weights = [self.W, self.b, self.u]  # diagnosis: name_kept_by_keras
        self.built = True

    def call(self, x, mask=None):
        U = K.tanh(K.dot(x, self.W) + self.b)
        weight = K.softmax(K.dot(U, self.u), axis=1)
        return K.sum(weight * x, axis=1)


inp = Input(shape=(15,))
h = GRU(16, return_sequences=True)(Embedding(300, 16)(inp))
h = Attention(16, 8)(h)
out = Dense(1, activation="sigmoid")(h)
model = Model(inp, out)
model.compile(loss="binary_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(x, y, epochs=1)
