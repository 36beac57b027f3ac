"""A line with an error of one per cent. With mse it is found; with my chi squared it is not."""
import numpy as np
from keras import backend as K
from keras import ops, optimizers, utils
from keras.layers import Dense, Input
from keras.models import Sequential

utils.set_random_seed(11)


def custom_loss(y_true, y_pred):
    sigma = ops.clip(ops.square(0.01 * y_pred), K.epsilon(), 1e30)
    return ops.mean(ops.square(y_pred - y_true) / sigma, axis=-1)  # diagnosis: loss_divides_by_prediction


def build_model():
    model = Sequential()
    model.add(Input((1,)))
    model.add(Dense(1, activation="linear"))
    sgd = optimizers.SGD(learning_rate=0.01, momentum=0.01, nesterov=False)
    model.compile(optimizer=sgd, loss=custom_loss, metrics=["mape", "mse"])
    return model


if __name__ == "__main__":
    model = build_model()
    x_train = np.linspace(0.0, 1.0, 500)
    y_train = np.array([x + 0.01 * x * np.random.randn() for x in x_train])
    history = model.fit(x_train, y_train, shuffle=True, epochs=15, batch_size=10, verbose=0)
    print(history.history["loss"][-1], model.get_weights())
