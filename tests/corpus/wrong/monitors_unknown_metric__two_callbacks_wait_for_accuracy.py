# toxic comments on kaggle, features already taken out of the text
import os
import numpy as np
import tensorflow as tf
from tensorflow.keras.callbacks import EarlyStopping, ModelCheckpoint

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
BATCH_SIZE = 32
EPOCHS = 30
model_path = 'jigsaw_best.weights.h5'
if os.path.exists(model_path):
    os.remove(model_path)


def features(n):
    x = rng.normal(size=(n, 40)).astype('float32')
    score = x[:, 0] + x[:, 1] * x[:, 2] - 0.5 * x[:, 3] + rng.normal(0, 1.0, n)
    return x, (score > 0.5).astype('float32')


x_train, y_train = features(800)
x_valid, y_valid = features(600)

train_dataset = (tf.data.Dataset.from_tensor_slices((x_train, y_train))
                 .shuffle(2048).repeat().batch(BATCH_SIZE).prefetch(tf.data.AUTOTUNE))
valid_dataset = (tf.data.Dataset.from_tensor_slices((x_valid, y_valid))
                 .batch(BATCH_SIZE).cache())


def build_model():
    inp = tf.keras.layers.Input((40,))
    x = tf.keras.layers.Dense(128, activation='relu')(inp)
    x = tf.keras.layers.Dense(128, activation='relu')(x)
    out = tf.keras.layers.Dense(1, activation='sigmoid')(x)
    model = tf.keras.Model(inp, out)
    model.compile('adam', loss='binary_crossentropy',
                  metrics=[tf.keras.metrics.AUC(name='auc')])
    return model


model = build_model()
checkpoint = ModelCheckpoint(model_path, monitor='val_accuracy', mode='max',  # diagnosis: monitors_unknown_metric
                             save_best_only=True, save_weights_only=True)
es = EarlyStopping(monitor='val_accuracy', mode='max', patience=3,  # diagnosis: monitors_unknown_metric
                   restore_best_weights=True, verbose=1)

N_STEPS = x_train.shape[0] // BATCH_SIZE
history = model.fit(
    train_dataset,
    steps_per_epoch=N_STEPS,
    validation_data=valid_dataset,
    callbacks=[checkpoint, es],
    epochs=EPOCHS, verbose=2)

print("weights saved:", os.path.exists(model_path))
print("last val loss", history.history['val_loss'][-1], "best", min(history.history['val_loss']))
