"""Every predicted mask is all ones."""
import numpy as np
import tensorflow as tf
from tensorflow.keras.layers import Input, Conv2D, MaxPooling2D, UpSampling2D, concatenate
from tensorflow.keras.models import Model

def disk_images(n, size=32):
    imgs = np.random.rand(n, size, size, 1).astype("float32") * 0.5
    masks = np.zeros((n, size, size, 1), "float32")
    yy, xx = np.mgrid[:size, :size]
    for i in range(n):
        cy, cx = np.random.randint(8, size - 8, 2)
        m = (yy - cy) ** 2 + (xx - cx) ** 2 < 36
        imgs[i, m] += 0.5
        masks[i, m] = 1
    return imgs, masks

X, Y = disk_images(200)

inputs = Input((32, 32, 1))
c1 = Conv2D(8, 3, activation="relu", padding="same")(inputs)
p1 = MaxPooling2D()(c1)
c2 = Conv2D(16, 3, activation="relu", padding="same")(p1)
p2 = MaxPooling2D()(c2)
b = Conv2D(32, 3, activation="relu", padding="same")(p2)
u2 = concatenate([UpSampling2D()(b), c2])
c3 = Conv2D(16, 3, activation="relu", padding="same")(u2)
u1 = concatenate([UpSampling2D()(c3), c1])
c4 = Conv2D(8, 3, activation="relu", padding="same")(u1)
outputs = Conv2D(1, 1, activation="softmax")(c4)  # diagnosis: softmax_on_one_unit

model = Model(inputs, outputs)
model.compile(optimizer="adam", loss="binary_crossentropy", metrics=["accuracy"])
model.fit(X, Y, validation_split=0.1, batch_size=16, epochs=4)
