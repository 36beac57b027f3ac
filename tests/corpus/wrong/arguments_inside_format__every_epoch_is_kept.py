"""save_best_only=True is given, and a file of every epoch lies there."""
import os
import tempfile
import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import LSTM, Dense, Dropout, Input
from tensorflow.keras.callbacks import ModelCheckpoint

os.chdir(tempfile.mkdtemp())
os.makedirs('models')
EPOCHS = 6
BATCH_SIZE = 64
rng = np.random.default_rng(20)
train_x = rng.normal(size=(600, 12, 4)).astype('float32')
train_y = (train_x[:, -1, 0] + rng.normal(0, 0.7, 600) > 0).astype('int32')
validation_x = rng.normal(size=(200, 12, 4)).astype('float32')
validation_y = (validation_x[:, -1, 0] + rng.normal(0, 0.7, 200) > 0).astype('int32')

model = Sequential()
model.add(Input(train_x.shape[1:]))
model.add(LSTM(32))
model.add(Dropout(0.2))
model.add(Dense(2, activation='softmax'))
model.compile(loss='sparse_categorical_crossentropy',
              optimizer=tf.keras.optimizers.Adam(learning_rate=0.02),
              metrics=['accuracy'])

filepath = "RNN_Final-{epoch:02d}-{val_accuracy:.3f}"
checkpoint = ModelCheckpoint("models/{}.keras".format(filepath, monitor='val_accuracy', verbose=1, save_best_only=True, mode='max'))  # diagnosis: arguments_inside_format

history = model.fit(
    train_x, train_y,
    batch_size=BATCH_SIZE,
    epochs=EPOCHS,
    validation_data=(validation_x, validation_y),
    callbacks=[checkpoint],
)
print(sorted(os.listdir('models')))
