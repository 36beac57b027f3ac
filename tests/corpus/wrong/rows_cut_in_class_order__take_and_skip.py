# my val accuracy stays at 0 while training goes to 1.0, I shuffle the dataset as in the guide...
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(1)

N, CLASSES = 600, 4
rng = np.random.default_rng(1)
labels = np.repeat(np.arange(CLASSES), N // CLASSES)
centres = rng.normal(0, 1, (CLASSES, 12))
features = (centres[labels] + rng.normal(0, 0.4, (N, 12))).astype('float32')

ds = tf.data.Dataset.from_tensor_slices((features, labels))
train_size = int(0.8 * N)
train_ds = ds.take(train_size)  # diagnosis: rows_cut_in_class_order
val_ds = ds.skip(train_size)

train_ds = train_ds.shuffle(1000).batch(32).prefetch(tf.data.AUTOTUNE)
val_ds = val_ds.batch(32)

model = tf.keras.Sequential([
    tf.keras.layers.Input((12,)),
    tf.keras.layers.Dense(32, activation='relu'),
    tf.keras.layers.Dense(CLASSES, activation='softmax'),
])
model.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(train_ds, validation_data=val_ds, epochs=10, verbose=2)
