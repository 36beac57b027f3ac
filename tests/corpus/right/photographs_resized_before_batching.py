import numpy as np
import tensorflow as tf

BATCH_SIZE = 16
IMAGE_RES = 64
rng = np.random.default_rng(4)

def flowers():
    for i in range(80):
        h, w = rng.integers(70, 130, 2)
        label = i % 5
        yield (rng.integers(0, 60, (h, w, 3)) + 40 * label).astype('uint8'), label

examples = tf.data.Dataset.from_generator(
    flowers,
    output_signature=(tf.TensorSpec((None, None, 3), tf.uint8), tf.TensorSpec((), tf.int64)))

def format_example(image, label):
    image = tf.image.resize(image, (IMAGE_RES, IMAGE_RES)) / 255.0
    return image, label

train_batches = examples.cache().shuffle(80 // 4).map(format_example).batch(BATCH_SIZE).prefetch(1)

model = tf.keras.Sequential([
    tf.keras.layers.Input((IMAGE_RES, IMAGE_RES, 3)),
    tf.keras.layers.Conv2D(16, 3, activation='relu'),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(5, activation='softmax'),
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(train_batches, epochs=3)
