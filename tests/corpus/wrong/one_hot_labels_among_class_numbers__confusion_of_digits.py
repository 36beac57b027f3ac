import numpy as np
from sklearn.datasets import load_digits
from sklearn.metrics import confusion_matrix
from sklearn.model_selection import train_test_split
from tensorflow.keras import models, layers
from tensorflow.keras.utils import to_categorical

digits = load_digits()
images = digits.data.astype("float32") / 16
labels = to_categorical(digits.target)

train_images, test_images, train_labels, test_labels = train_test_split(images, labels, test_size=0.25, random_state=1)

network = models.Sequential()
network.add(layers.Dense(128, activation="relu", input_shape=(64,)))
network.add(layers.Dense(10, activation="softmax"))
network.compile(optimizer="rmsprop", loss="categorical_crossentropy", metrics=["accuracy"])
network.fit(train_images, train_labels, epochs=3, batch_size=64, verbose=2)

test_loss, test_acc = network.evaluate(test_images, test_labels)
print("test_acc:", test_acc)

rounded_predictions = np.argmax(network.predict(test_images, batch_size=128, verbose=0), axis=1)
cm = confusion_matrix(test_labels, rounded_predictions)  # diagnosis: one_hot_labels_among_class_numbers
print(cm)
