"""Found 0 images belonging to 0 classes, for the test pictures."""
import os
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.utils import save_img

for kind, low in (('no', 0), ('yes', 120)):
    os.makedirs('set/train/' + kind, exist_ok=True)
    for i in range(20):
        save_img('set/train/%s/%d.png' % (kind, i), np.random.randint(low, low + 100, (28, 28, 3)), scale=False)
os.makedirs('set/test', exist_ok=True)
for i in range(12):
    save_img('set/test/%d.png' % i, np.random.randint(0, 220, (28, 28, 3)), scale=False)

datagen = ImageDataGenerator(rescale=1./255)
train_generator = datagen.flow_from_directory('set/train', target_size=(28, 28), batch_size=8, class_mode='binary')
test_generator = datagen.flow_from_directory('set/test', target_size=(28, 28), batch_size=4,  # diagnosis: no_pictures_found
                                             class_mode=None, shuffle=False)

model = Sequential([
    Conv2D(8, (3, 3), activation='relu', input_shape=(28, 28, 3)),
    MaxPooling2D(),
    Flatten(),
    Dense(1, activation='sigmoid'),
])
model.compile(optimizer='adam', loss='binary_crossentropy', metrics=['accuracy'])
model.fit(train_generator, epochs=1)
predictions = model.predict(test_generator)
print(predictions.round())
