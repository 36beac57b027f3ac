"""The masks come out blurred, both on the left and on the right."""
import numpy as np
import tensorflow as tf

imgs = np.random.rand(200, 32, 32, 1).astype("float32") * 0.4
masks = np.zeros((200, 32, 32, 1), "float32")
for i in range(200):
    r, c = np.random.randint(2, 20, 2)
    masks[i, r:r + 9, c:c + 9] = 1.0
imgs += masks * 0.5

def augment(img, mask):
    img = tf.image.random_flip_left_right(img)  # diagnosis: mask_not_moved_with_picture
    img = tf.image.random_flip_up_down(img)
    img = tf.image.random_brightness(img, 0.1)
    return img, mask

train = tf.data.Dataset.from_tensor_slices((imgs[:160], masks[:160])).shuffle(160).map(augment).batch(16).prefetch(2)
valid = tf.data.Dataset.from_tensor_slices((imgs[160:], masks[160:])).batch(16)

model = tf.keras.Sequential([
    tf.keras.layers.Input((32, 32, 1)),
    tf.keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
    tf.keras.layers.Conv2D(16, 3, padding="same", activation="relu"),
    tf.keras.layers.Conv2D(1, 1, activation="sigmoid"),
])
model.compile("adam", "binary_crossentropy", metrics=[tf.keras.metrics.BinaryIoU([1])])
model.fit(train, validation_data=valid, epochs=5)
