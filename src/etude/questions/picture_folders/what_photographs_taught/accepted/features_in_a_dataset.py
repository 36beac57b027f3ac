"""Features in a dataset, logits, and decayed weights."""

import keras
import tensorflow as tf
from keras import layers

keras.utils.set_random_seed(2)
CLASSES = ["vehicle", "bird", "plant", "fruit"]
SIDE = 64

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False
inputs = keras.Input((SIDE, SIDE, 3))
extracted = layers.GlobalAveragePooling2D()(network(inputs, training=False))
extractor = keras.Model(inputs, extracted)

data = keras.utils.image_dataset_from_directory(
    "data/clip_art", class_names=CLASSES, image_size=(SIDE, SIDE), seed=5, verbose=False
)
data = data.map(lambda pictures, labels: (extractor(pictures, training=False), labels))
data = data.unbatch().cache().shuffle(500, seed=1).batch(20).prefetch(tf.data.AUTOTUNE)

features = keras.Input((1280,))
last = layers.Dense(4, kernel_regularizer=keras.regularizers.L2(1e-3))
head = keras.Model(features, last(layers.Dropout(0.2)(features)))
head.compile(
    optimizer=keras.optimizers.Adam(0.002),
    loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
)
head.fit(data, epochs=15, verbose=0)

keras.Model(inputs, head(extracted)).save("carried.keras")
