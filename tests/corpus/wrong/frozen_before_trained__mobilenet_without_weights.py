import numpy as np
import tensorflow as tf
from tensorflow.keras.applications import MobileNetV2
from tensorflow.keras.layers import Dense, GlobalAveragePooling2D, Dropout
from tensorflow.keras.models import Model

num_classes = 5
X = np.random.RandomState(0).uniform(-1, 1, (120, 32, 32, 3)).astype(np.float32) * .5
Y = np.arange(120) % num_classes
for i in range(120):
    X[i, Y[i] * 6:Y[i] * 6 + 6] += 0.5

base_model = MobileNetV2(input_shape=(32, 32, 3), include_top=False, weights=None, alpha=0.35)  # diagnosis: frozen_before_trained
base_model.trainable = False  # diagnosis: frozen_before_trained

x = base_model.output
x = GlobalAveragePooling2D()(x)
x = Dropout(0.2)(x)
out = Dense(num_classes, activation='softmax')(x)
model = Model(inputs=base_model.input, outputs=out)
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.summary()
hist = model.fit(X, Y, batch_size=32, epochs=4, validation_split=0.2)
