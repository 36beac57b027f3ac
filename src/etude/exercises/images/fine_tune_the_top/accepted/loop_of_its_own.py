"""Takes the steps of the fine-tuning in a loop."""

import keras
import tensorflow as tf
from keras import layers

CLASSES = ["bug", "plant", "vehicle"]
SIDE = 64  # pixels

keras.utils.set_random_seed(1)

training_data, test_data = keras.utils.image_dataset_from_directory(
    "data/clip_art",
    class_names=CLASSES,
    image_size=(SIDE, SIDE),
    validation_split=0.5,
    subset="both",
    seed=1,
    verbose=False,
)  # pictures (B, SIDE, SIDE, 3) from 0 to 255, labels (B,)

network = keras.models.load_model("data/efficientnet_lite0/efficientnet_lite0.keras")
network.trainable = False

model = keras.Sequential(
    [
        keras.Input((SIDE, SIDE, 3)),
        network,  # (B, 2, 2, 1280)
        layers.GlobalAveragePooling2D(),
        layers.Dense(len(CLASSES), activation="softmax"),
    ]
)
model.compile(
    optimizer=keras.optimizers.Adam(0.003),
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
model.fit(training_data, epochs=3, verbose=0)

network.trainable = True
for layer in network.layers:
    is_top = layer.name.startswith("top")
    layer.trainable = is_top and not isinstance(layer, layers.BatchNormalization)

optimizer = keras.optimizers.Adam(1e-4)
loss_of = keras.losses.SparseCategoricalCrossentropy()


@tf.function
def step(pictures, labels):
    with tf.GradientTape() as tape:
        # the frozen normalisations keep their statistics in training, too
        loss = loss_of(labels, model(pictures, training=True))
    gradients = tape.gradient(loss, model.trainable_weights)
    optimizer.apply_gradients(zip(gradients, model.trainable_weights, strict=True))


for pictures, labels in training_data:
    step(pictures, labels)
