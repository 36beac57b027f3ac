import numpy as np
import tensorflow as tf
from tensorflow import keras
from tensorflow.keras import layers as KL, models as KM

features = np.random.rand(200, 8).astype("float32")
labels = (features[:, :1] > 0.5).astype("float32")
weights = np.where(labels == 1, 5.0, 1.0).astype("float32")
dataset = tf.data.Dataset.from_tensor_slices(((features, weights), labels)).batch(20)


def my_custom_loss_wrapper(input_weight):
    def real_loss(y_true, y_pred):
        bce_loss = tf.expand_dims(keras.losses.binary_crossentropy(y_true, y_pred), axis=-1)
        return bce_loss * input_weight
    return real_loss


x_input = KL.Input(shape=(8,))
weight_input = KL.Input(shape=(1,))
h = KL.Dense(16, activation="relu")(x_input)
out = KL.Dense(1, activation="sigmoid")(h)
model = KM.Model(inputs=[x_input, weight_input], outputs=out)
model.compile(loss=my_custom_loss_wrapper(weight_input), optimizer="sgd")  # diagnosis: symbolic_tensor_has_no_values
model.fit(dataset, epochs=2)
