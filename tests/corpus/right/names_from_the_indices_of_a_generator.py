import os
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import img_to_array, load_img, save_img

class_names = ['rock', 'paper', 'scissors', 'lizard', 'spock']
rng = np.random.default_rng(11)
for k, name in enumerate(class_names):
    os.makedirs('hands/' + name, exist_ok=True)
    for i in range(30):
        img = rng.integers(0, 70, (40, 40, 3))
        img[8 * k:8 * k + 8] += 170
        save_img('hands/%s/%d.png' % (name, i), img, scale=False)

datagen = ImageDataGenerator(rescale=1./255)
train_generator = datagen.flow_from_directory('hands', target_size=(40, 40), batch_size=15,
                                              class_mode='categorical')

model = Sequential()
model.add(Conv2D(16, (3, 3), activation='relu', input_shape=(40, 40, 3)))
model.add(MaxPooling2D())
model.add(Flatten())
model.add(Dense(64, activation='relu'))
model.add(Dense(5, activation='softmax'))
model.compile(optimizer='adam', loss='categorical_crossentropy', metrics=['accuracy'])
model.fit(train_generator, epochs=5)

labels = {index: name for name, index in train_generator.class_indices.items()}
for name in class_names:
    img = load_img('hands/%s/3.png' % name, target_size=(40, 40))
    x = img_to_array(img) / 255.
    pred = model.predict(x[np.newaxis, ...])
    print('this is', name, '- the model says', labels[np.argmax(pred)])
