import tensorflow as tf
import numpy as np

images = np.random.rand(120, 24, 24, 3)
labels = np.random.randint(0, 3, 120)

def gen():
    for im, l in zip(images, labels):
        yield im, l

ds = tf.data.Dataset.from_generator(gen, output_types=(tf.float32, tf.int32))  # diagnosis: shape_lost_in_python_code
ds = ds.shuffle(120).batch(16).prefetch(1)

model = tf.keras.models.Sequential([
    tf.keras.layers.Conv2D(8, 3, activation='relu'),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(3, activation='softmax')
])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(ds, epochs=2)
