"""predict wants four axes and I give five."""
import numpy as np
from tensorflow.keras.layers import Conv2D, Dense, Flatten, MaxPooling2D
from tensorflow.keras.models import Sequential, load_model
from tensorflow.keras.utils import img_to_array, load_img, save_img, to_categorical

x = np.random.rand(120, 56, 56, 3) * 0.5
y = np.random.randint(0, 2, 120)
x[y == 1, :, :, 0] += 0.4
model = Sequential([
    Conv2D(12, (5, 5), activation='relu', input_shape=(56, 56, 3)),
    MaxPooling2D((2, 2)),
    Flatten(),
    Dense(50, activation='relu'),
    Dense(2, activation='softmax'),
])
model.compile(loss='categorical_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(x, to_categorical(y), epochs=4, batch_size=16)
model.save('atrs.keras')
save_img('santa.jpg', np.random.rand(400, 650, 3) * 255)

orig = load_img('santa.jpg', target_size=(56, 56))
r = img_to_array(orig)
r = r.astype('float') / 255.0
r = np.expand_dims(r, axis=0)
ry = np.expand_dims(r, axis=1)  # diagnosis: axes_differ_from_input
model = load_model('atrs.keras')
(notSanta, santa) = model.predict(ry)[0]
print('santa' if santa > notSanta else 'not santa', max(santa, notSanta))
