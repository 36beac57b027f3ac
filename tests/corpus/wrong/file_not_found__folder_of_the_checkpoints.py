import keras
from keras import layers

model = keras.Sequential([keras.Input((4,)), layers.Dense(1)])
model.save("models/first/model.keras")  # diagnosis: file_not_found
