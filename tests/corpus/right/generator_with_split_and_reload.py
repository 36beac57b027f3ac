"""ImageDataGenerator with a split, saved as .h5 and asked about one picture."""
import os, tempfile
import numpy as np
from PIL import Image
import tensorflow as tf
from tensorflow.keras.preprocessing.image import ImageDataGenerator, load_img, img_to_array
from tensorflow.keras.models import Sequential, load_model
from tensorflow.keras.layers import Conv2D, MaxPooling2D, Flatten, Dense, Dropout

base_dir = tempfile.mkdtemp()
for k in range(3):
    d = os.path.join(base_dir, "abc"[k])
    os.makedirs(d)
    for i in range(50):
        img = np.random.randint(0, 120, (40, 40, 3))
        img[10:30, 10:30, k] += 130
        Image.fromarray(img.astype(np.uint8)).save(d + "/img%d.png" % i)
train_datagen = ImageDataGenerator(rescale=1./255, horizontal_flip=True, validation_split=0.2)
val_datagen = ImageDataGenerator(rescale=1./255, validation_split=0.2)
train_generator = train_datagen.flow_from_directory(base_dir, target_size=(40, 40), batch_size=20, class_mode="categorical", subset="training")
val_generator = val_datagen.flow_from_directory(base_dir, target_size=(40, 40), batch_size=20, class_mode="categorical", subset="validation", shuffle=False)
model = Sequential()
model.add(Conv2D(16, (3, 3), activation="relu", input_shape=(40, 40, 3)))
model.add(MaxPooling2D((2, 2)))
model.add(Flatten())
model.add(Dropout(0.3))
model.add(Dense(3, activation="softmax"))
model.compile(loss="categorical_crossentropy", optimizer="adam", metrics=["accuracy"])
model.fit(train_generator, epochs=4, validation_data=val_generator)
pred = np.argmax(model.predict(val_generator), axis=1)
print(np.mean(pred == val_generator.classes))
model.save(base_dir + "/m.h5")
m = load_model(base_dir + "/m.h5")
img = img_to_array(load_img(base_dir + "/b/img3.png", target_size=(40, 40))) / 255.
print(m.predict(np.expand_dims(img, 0)), train_generator.class_indices)
