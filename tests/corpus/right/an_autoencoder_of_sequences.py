import numpy as np
from tensorflow.keras.layers import Dense, Input, LSTM, RepeatVector, TimeDistributed
from tensorflow.keras.models import Model

rng = np.random.default_rng(0)
timesteps, latent_dim = 12, 4
balances = np.cumsum(rng.normal(0, 40, (800, timesteps)), axis=1) + 500
balances = ((balances - balances.mean()) / balances.std())[:, :, None]

model_inputs = Input(shape=(timesteps, 1))
encoded = LSTM(latent_dim)(model_inputs)
decoded = RepeatVector(timesteps)(encoded)
decoded = LSTM(8, return_sequences=True)(decoded)
decoded = TimeDistributed(Dense(1))(decoded)
autoencoder = Model(model_inputs, decoded)
autoencoder.compile(loss='mse', optimizer='adam')
autoencoder.fit(balances, balances, epochs=8, batch_size=32, verbose=2)
print(autoencoder.predict(balances[:1])[0, :, 0], balances[0, :, 0])
