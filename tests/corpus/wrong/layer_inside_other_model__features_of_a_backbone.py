import numpy as np
from tensorflow.keras.applications import VGG16
from tensorflow.keras.models import Sequential, Model
from tensorflow.keras.layers import Dense, Flatten

conv_base = VGG16(weights=None, include_top=False, input_shape=(32, 32, 3))
model = Sequential()
model.add(conv_base)
model.add(Flatten())
model.add(Dense(5, activation="softmax"))
model.compile("adam", "sparse_categorical_crossentropy")

feature_extractor = Model(inputs=model.inputs, outputs=model.get_layer("block5_conv3").output)  # diagnosis: layer_inside_other_model
features = feature_extractor.predict(np.random.rand(4, 32, 32, 3))
print(features.shape)
