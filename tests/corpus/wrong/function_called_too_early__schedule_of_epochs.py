"""'float' object is not callable, somewhere in the callbacks."""
import numpy as np
from tensorflow.keras.callbacks import LearningRateScheduler, ModelCheckpoint, TerminateOnNaN
from tensorflow.keras.layers import Conv2D, Dense, GlobalAveragePooling2D, Input
from tensorflow.keras.models import Model
from tensorflow.keras.optimizers import Adam

images = np.random.rand(200, 32, 32, 3).astype('float32')
targets = images[:, 10:22, 10:22].mean(axis=(1, 2))

inp = Input(shape=(32, 32, 3))
x = Conv2D(16, 3, activation='relu')(inp)
x = Conv2D(16, 3, activation='relu')(x)
x = GlobalAveragePooling2D()(x)
out = Dense(3)(x)
model = Model(inp, out)
model.compile(optimizer=Adam(learning_rate=0.001), loss='mse')

def lr_schedule(epoch):
    if epoch < 80:
        return 0.001
    elif epoch < 100:
        return 0.0001
    else:
        return 0.00001

initial_epoch = 0
learning_rate_scheduler = LearningRateScheduler(schedule=lr_schedule(initial_epoch), verbose=1)  # diagnosis: function_called_too_early
callbacks = [learning_rate_scheduler, TerminateOnNaN()]

history = model.fit(images, targets, epochs=1, batch_size=32, callbacks=callbacks, validation_split=0.1)
