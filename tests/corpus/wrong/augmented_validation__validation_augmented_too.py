"""Every evaluate of the same model on the same validation data gives another accuracy."""
import numpy as np
import tensorflow as tf

tf.keras.utils.set_random_seed(2)
rng = np.random.default_rng(2)
labels = np.arange(200) % 2
images = rng.random((200, 14, 14, 1)).astype("float32")
images[labels == 1, 3:9, 3:9] += 0.8
augmentation = tf.keras.Sequential([
    tf.keras.layers.RandomTranslation(0.3, 0.3),
    tf.keras.layers.RandomRotation(0.4),
])


def prepare(ds):
    ds = ds.batch(20)
    ds = ds.map(lambda image, label: (augmentation(image), label), tf.data.AUTOTUNE)  # diagnosis: augmented_validation
    return ds.prefetch(tf.data.AUTOTUNE)


everything = tf.data.Dataset.from_tensor_slices((images, labels))
train = prepare(everything.take(150).shuffle(150))
val = prepare(everything.skip(150))  # diagnosis: augmented_validation

model = tf.keras.Sequential([
    tf.keras.Input((14, 14, 1)),
    tf.keras.layers.Conv2D(8, 3, activation="relu"),
    tf.keras.layers.MaxPooling2D(2),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
model.compile(tf.keras.optimizers.Adam(0.01), "binary_crossentropy", metrics=["accuracy"])
model.fit(train, validation_data=val, epochs=4, verbose=2)  # diagnosis: augmented_validation
print([model.evaluate(val, verbose=0)[1] for _ in range(3)])  # diagnosis: augmented_validation
