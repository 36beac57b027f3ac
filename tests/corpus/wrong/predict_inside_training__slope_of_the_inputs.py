import numpy as np
import tensorflow as tf
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense

X = np.random.rand(300, 12).astype("float32")
y = tf.keras.utils.to_categorical((X[:, 0] > 0.5).astype(int), 2)

model2 = Sequential([Dense(32, input_shape=(12,), activation="relu"), Dense(2, activation="softmax")])


def keras_loss(y_true, y_pred, X, lambda_, model):
    X_tensor = tf.convert_to_tensor(X)
    with tf.GradientTape() as inp_tape:
        inp_tape.watch(X_tensor)
        pred = model.predict(X_tensor)  # diagnosis: predict_inside_training
        inp_grad_reg_loss = tf.keras.losses.categorical_crossentropy(y_true, pred)
    inpgrad = inp_tape.gradient(inp_grad_reg_loss, X_tensor)
    return inp_grad_reg_loss + lambda_ * tf.norm(inpgrad)


def loss_wrapper(X, lambda_, model):
    def custom_loss(y_true, y_pred):
        return keras_loss(y_true, y_pred, X, lambda_, model)
    return custom_loss


model2.compile(optimizer="adam", loss=loss_wrapper(X, 0.1, model2), metrics=["accuracy"])
model2.fit(X, y, epochs=2, batch_size=300)
