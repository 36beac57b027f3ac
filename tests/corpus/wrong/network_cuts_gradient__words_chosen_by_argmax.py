"""Keras warns about gradients that do not exist, and the encoder never gets better."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, Dense, Embedding, LSTM, Dropout, Lambda, Flatten
from tensorflow.keras.models import Model

vocabulary = 20
latent_dim = 16
rng = np.random.default_rng(17)
train_data = rng.integers(0, vocabulary, (200, 8))
train_label = np.eye(4)[train_data[:, 0] % 4]

encoder_inputs = Input(shape=(train_data.shape[1],))
encoder_dense = Dense(vocabulary, activation='softmax')
encoder_outputs = Embedding(vocabulary, latent_dim)(encoder_inputs)
encoder_outputs = LSTM(latent_dim, return_sequences=True)(encoder_outputs)
encoder_outputs = Dropout(0.5)(encoder_outputs)
encoder_outputs = encoder_dense(encoder_outputs)
encoder_outputs = Lambda(lambda t: tf.argmax(t, axis=-1), output_shape=(8,))(encoder_outputs)  # diagnosis: network_cuts_gradient

decoder_outputs = Embedding(vocabulary, latent_dim)(encoder_outputs)
decoder_outputs = LSTM(latent_dim)(decoder_outputs)
decoder_outputs = Dense(train_label.shape[1], activation='softmax')(decoder_outputs)

model = Model(encoder_inputs, decoder_outputs)
model.compile(optimizer='rmsprop', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train_data, train_label, epochs=4, batch_size=32)
