import os
import numpy as np
from tensorflow.keras import layers, models, optimizers
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

base_dir = 'new_docs'
for part, count in (('train', 60), ('validation', 40)):
    for kind in ('invoice', 'letter'):
        os.makedirs(os.path.join(base_dir, part, kind), exist_ok=True)
        for i in range(count // 2):
            page = np.random.randint(180, 255, (96, 96, 3))
            if kind == 'invoice':
                page[50:80, 10:80] -= 150
            save_img(os.path.join(base_dir, part, kind, '%d.png' % i), page, scale=False)

stripes = np.random.rand(120, 96, 96, 3) * 0.5
direction = np.arange(120) % 2
stripes[direction == 0, ::6] = 1.0
stripes[direction == 1, :, ::6] = 1.0
conv_base = models.Sequential([
    layers.Input((96, 96, 3)),
    layers.Conv2D(16, 5, strides=4, padding='same', activation='relu'),
    layers.Conv2D(32, 3, strides=4, padding='same', activation='relu'),
    layers.Conv2D(64, 3, strides=2, padding='same', activation='relu'),
])
pre = models.Sequential([conv_base, layers.GlobalAveragePooling2D(), layers.Dense(2, activation='softmax')])
pre.compile('adam', 'sparse_categorical_crossentropy', metrics=['accuracy'])
pre.fit(stripes, direction, epochs=3, verbose=0)
conv_base.trainable = False
datagen = ImageDataGenerator(rescale=1./255)
batch_size = 10

def extract_features(directory, sample_count):
    features = np.zeros(shape=(sample_count, 3, 3, 64))
    labels = np.zeros(shape=(sample_count))
    generator = datagen.flow_from_directory(
        directory,
        target_size=(96, 96),
        batch_size=batch_size,
        class_mode='binary')
    i = 0
    for inputs_batch, labels_batch in generator:
        features_batch = conv_base.predict(inputs_batch)
        features[i * batch_size : (i + 1) * batch_size] = features_batch
        labels[i * batch_size : (i + 1) * batch_size] = labels_batch
        i += 1
        if i * batch_size >= sample_count:
            break
    return features, labels

train_features, train_labels = extract_features(os.path.join(base_dir, 'train'), 60)
validation_features, validation_labels = extract_features(os.path.join(base_dir, 'validation'), 40)
train_features = np.reshape(train_features, (60, 3 * 3 * 64))
validation_features = np.reshape(validation_features, (40, 3 * 3 * 64))

model = models.Sequential()
model.add(layers.Dense(64, activation='relu', input_dim=3 * 3 * 64))
model.add(layers.Dropout(0.5))
model.add(layers.Dense(1, activation='sigmoid'))
model.compile(optimizer=optimizers.RMSprop(learning_rate=1e-3),
              loss='binary_crossentropy', metrics=['acc'])
history = model.fit(train_features, train_labels, epochs=10, batch_size=10,
                    validation_data=(validation_features, validation_labels))
