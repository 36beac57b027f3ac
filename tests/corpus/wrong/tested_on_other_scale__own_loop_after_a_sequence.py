"""The validation accuracy is 1.0, and evaluate on the very same pictures says 0.6."""
import numpy as np
import keras
from keras import layers

keras.utils.set_random_seed(3)
HEIGHT, WIDTH = 32, 32


def pictures(n, seed):
    """cats and dogs stand-ins: stripes across or stripes down, uint8"""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, 2, n)
    stripes = (np.arange(32) // 4 % 2) * 120
    imgs = rng.integers(0, 80, (n, HEIGHT, WIDTH, 3))
    for i, k in enumerate(labels):
        s = np.roll(stripes, rng.integers(0, 8))
        imgs[i] += (s[:, None, None] if k else s[None, :, None]) * rng.integers(0, 2)
        imgs[i, 20:26, 4:10] += 90 if k else 0
    return np.clip(imgs, 0, 255).astype('uint8'), labels


class Generator(keras.utils.Sequence):
    """like ImageDataGenerator(rescale=1./255).flow(...)"""

    def __init__(self, images, labels, batch_size=32, rescale=1. / 255, **kwargs):
        super().__init__(**kwargs)
        self.images, self.labels, self.batch_size, self.rescale = images, labels, batch_size, rescale

    def __len__(self):
        return int(np.ceil(len(self.images) / self.batch_size))

    def __getitem__(self, i):
        part = slice(i * self.batch_size, (i + 1) * self.batch_size)
        return self.images[part].astype('float32') * self.rescale, self.labels[part]


train_imgs, train_labels = pictures(640, 0)
valid_imgs, valid_labels = pictures(160, 1)
train_generator = Generator(train_imgs, train_labels)
valid_generator = Generator(valid_imgs, valid_labels)

model = keras.Sequential([
    layers.Input((HEIGHT, WIDTH, 3)),
    layers.Conv2D(16, 3, activation='relu'),
    layers.MaxPooling2D(),
    layers.Conv2D(32, 3, activation='relu'),
    layers.GlobalAveragePooling2D(),
    layers.Dense(32, activation='relu'),
    layers.Dense(1, activation='sigmoid'),
])
model.compile(optimizer=keras.optimizers.Adam(3e-3), loss='binary_crossentropy', metrics=['accuracy'])
model.fit(train_generator, epochs=10, validation_data=valid_generator, verbose=2)


def load_data():
    data, pred = [], []
    for pic, label in zip(valid_imgs, valid_labels):
        pic = pic[:HEIGHT, :WIDTH]
        data.append(pic)
        pred.append(label)
    return np.asarray(data), np.asarray(pred)


data, true = load_data()
print('val_acc of the generator', model.evaluate(valid_generator, verbose=0))
print('acc of my own loop', model.evaluate(data, true, verbose=0))  # diagnosis: tested_on_other_scale
