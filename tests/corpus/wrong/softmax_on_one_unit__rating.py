"""A classifier of ratings turned into a regression; the softmax stayed."""
import numpy as np
from tensorflow.keras.layers import Input, Dense, concatenate
from tensorflow.keras.models import Model
from tensorflow.keras.optimizers import Adam

features = 12
rng = np.random.default_rng(3)
inputU = rng.normal(size=(1200, features)).astype('float32')
inputM = rng.normal(size=(1200, features)).astype('float32')
score = (inputU * inputM).sum(axis=1)
outputY = np.clip(np.round(3 + score / 3), 1, 5)

inputLayerU = Input(shape=(features,))
inputLayerM = Input(shape=(features,))
dense1 = Dense(features, activation='relu')
denseU = dense1(inputLayerU)
denseM = dense1(inputLayerM)
concatLayer = concatenate([denseU, denseM], axis=1)
denseLayer = Dense(features * 2, activation='relu')(concatLayer)
outputLayer = Dense(1, activation='softmax')(denseLayer)  # diagnosis: softmax_on_one_unit

model = Model(inputs=[inputLayerU, inputLayerM], outputs=outputLayer)
model.compile(loss='mean_squared_error', optimizer=Adam(learning_rate=0.01))
model.fit([inputU, inputM], outputY, epochs=10, batch_size=64)
