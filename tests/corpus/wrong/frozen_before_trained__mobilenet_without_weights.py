import numpy as np
import tensorflow as tf
from tensorflow.keras.applications import MobileNet
from tensorflow.keras.layers import Dense, GlobalAveragePooling2D, Dropout
from tensorflow.keras.models import Model

num_classes = 5
X = np.random.RandomState(0).uniform(-1, 1, (60, 32, 32, 3)).astype(np.float32) * .5
Y = np.arange(60) % num_classes
for i in range(60):
    X[i, Y[i] * 6:Y[i] * 6 + 6] += 0.5

base_model = MobileNet(input_shape=(32, 32, 3), include_top=False, weights=None, alpha=0.25)  # diagnosis: frozen_before_trained
base_model.trainable = False  # diagnosis: frozen_before_trained

x = base_model.output
x = GlobalAveragePooling2D()(x)
x = Dropout(0.2)(x)
out = Dense(num_classes, activation='softmax')(x)
model = Model(inputs=base_model.input, outputs=out)
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
hist = model.fit(X, Y, batch_size=32, epochs=3)
