"""Found 0 validated image filenames, though the files are all there."""
import os
from pathlib import Path
import numpy as np
import pandas as pd
from tensorflow.keras import layers, models
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

dataPath = Path('dog-breed/train').absolute()
os.makedirs(dataPath, exist_ok=True)
rows = []
for i in range(60):
    breed = ['beagle', 'boxer', 'collie'][i % 3]
    image = np.random.randint(0, 100, (64, 64, 3))
    image[..., i % 3] += 120
    save_img(dataPath / ('%032x.jpg' % (i * 7919)), image, scale=False)
    rows.append({'id': '%032x' % (i * 7919), 'breed': breed})
pd.DataFrame(rows).to_csv('labels.csv', index=False)

df = pd.read_csv('labels.csv', dtype=str)
data_gen = ImageDataGenerator(rescale=1./255, shear_range=0.2, zoom_range=0.2,
                              horizontal_flip=True, validation_split=0.2)
X_train = data_gen.flow_from_dataframe(dataframe=df, directory=dataPath, x_col='id', y_col='breed',  # diagnosis: no_pictures_found
                                       subset='training', class_mode='categorical', batch_size=8,
                                       target_size=(64, 64))
X_test = data_gen.flow_from_dataframe(dataframe=df, directory=dataPath, x_col='id', y_col='breed',
                                      subset='validation', class_mode='categorical', batch_size=8,
                                      target_size=(64, 64))

model = models.Sequential([
    layers.Input((64, 64, 3)),
    layers.Conv2D(16, 3, activation='relu'),
    layers.MaxPooling2D(),
    layers.Flatten(),
    layers.Dense(3, activation='softmax'),
])
model.compile('adam', 'categorical_crossentropy', metrics=['accuracy'])
model.fit(X_train, validation_data=X_test, epochs=2)
