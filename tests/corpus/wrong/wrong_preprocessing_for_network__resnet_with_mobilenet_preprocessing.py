"""ResNet50 features are no better than chance, MobileNetV2 gave 90 %. I only exchanged the base."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.applications import ResNet50
from tensorflow.keras.applications.mobilenet_v2 import preprocess_input

tf.keras.utils.set_random_seed(0)
rng = np.random.default_rng(0)
labels = rng.integers(0, 2, 30)
images = rng.integers(0, 130, (30, 32, 32, 3)).astype("float32")
images[labels == 1] += 100

base = ResNet50(include_top=False, weights=None, pooling="avg", input_shape=(32, 32, 3))  # diagnosis: wrong_preprocessing_for_network
base.save_weights("downloaded.weights.h5")  # stands for those of ImageNet
base.load_weights("downloaded.weights.h5")
base.trainable = False
features = base.predict(preprocess_input(images.copy()), batch_size=30, verbose=0)  # diagnosis: wrong_preprocessing_for_network
print(features.shape, features.std())

head = tf.keras.Sequential([
    tf.keras.Input(features.shape[1:]),
    tf.keras.layers.Dense(1, activation="sigmoid"),
])
head.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
head.fit(features[:20], labels[:20], validation_data=(features[20:], labels[20:]), epochs=5, verbose=2)
