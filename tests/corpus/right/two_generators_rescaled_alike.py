import os, tempfile
import numpy as np
from PIL import Image
from tensorflow.keras.preprocessing.image import ImageDataGenerator
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout
root = tempfile.mkdtemp()
for s, n in (('train', 60), ('val', 24)):
    for c, nm in enumerate('ab'):
        os.makedirs(os.path.join(root, s, nm))
        for i in range(n):
            im = np.random.randint(0, 120, (32, 32, 3)); im[..., c] += 110
            Image.fromarray(im.astype('uint8')).save(os.path.join(root, s, nm, '%d.png' % i))
tg = ImageDataGenerator(rescale=1./255, horizontal_flip=True)
vg = ImageDataGenerator(rescale=1./255)
tr = tg.flow_from_directory(root + '/train', target_size=(32, 32), batch_size=12, class_mode='binary')
va = vg.flow_from_directory(root + '/val', target_size=(32, 32), batch_size=12, class_mode='binary', shuffle=False)
m = Sequential()
m.add(Conv2D(8, (3, 3), activation='relu', input_shape=(32, 32, 3)))
m.add(MaxPooling2D((2, 2)))
m.add(Flatten()); m.add(Dense(16, activation='relu')); m.add(Dropout(0.5)); m.add(Dense(1, activation='sigmoid'))
m.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
m.fit(tr, epochs=6, validation_data=va)
p = (m.predict(va) > 0.5).astype(int).ravel()
print('acc', (p == va.classes).mean())
