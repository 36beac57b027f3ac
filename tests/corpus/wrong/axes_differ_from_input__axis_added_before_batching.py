import numpy as np
import tensorflow as tf

keras = tf.keras
IMG_SIZE = 64
BATCH_SIZE = 16
SHUFFLE_BUFFER_SIZE = 200

rng = np.random.default_rng(0)
raw = rng.integers(0, 120, size=(200, 80, 90, 3)).astype("uint8")
labels = np.arange(200) % 2
raw[labels == 1, 20:60, 20:60] += 120
raw_train = tf.data.Dataset.from_tensor_slices((raw[:160], labels[:160]))
raw_validation = tf.data.Dataset.from_tensor_slices((raw[160:], labels[160:]))


def format_example(img, lab):
    """returns an image that is reshaped to IMG_SIZE"""
    img = tf.cast(img, tf.float32)
    img = (img / 127.5) - 1
    img = tf.image.resize(img, (IMG_SIZE, IMG_SIZE))
    img = tf.expand_dims(img, axis=0)  # diagnosis: axes_differ_from_input
    return img, lab


train = raw_train.map(format_example)
validation = raw_validation.map(format_example)
train_batches = train.shuffle(SHUFFLE_BUFFER_SIZE).batch(BATCH_SIZE)
validation_batches = validation.batch(BATCH_SIZE)

model = keras.Sequential(
    [
        keras.layers.Input((IMG_SIZE, IMG_SIZE, 3)),
        keras.layers.Conv2D(16, 5, strides=2, activation="relu"),
        keras.layers.GlobalAveragePooling2D(),
        keras.layers.Dense(1, activation="sigmoid"),
    ]
)
model.compile(
    optimizer=keras.optimizers.RMSprop(learning_rate=0.0001),
    loss="binary_crossentropy",
    metrics=["accuracy"],
)
model.fit(train_batches, epochs=2, validation_data=validation_batches)
