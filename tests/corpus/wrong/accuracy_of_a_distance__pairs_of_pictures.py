# siamese on my own pictures, loss goes down nicely but accuracy FALLS to zero??
import random
import numpy as np
import keras
from keras import ops
from keras.layers import Input, Flatten, Dense, Dropout, Lambda
from keras.models import Model
from keras.optimizers import RMSprop

keras.utils.set_random_seed(11)
num_classes = 6
epochs = 5


def load():
    rng = np.random.default_rng(1)
    shapes = np.kron(rng.random((num_classes, 7, 7)) > 0.55, np.ones((2, 2)))
    y = rng.integers(0, num_classes, 1500)
    x = shapes[y] * rng.uniform(120, 255, (1500, 1, 1)) + rng.normal(0, 40, (1500, 14, 14))
    x = np.clip(x, 0, 255)
    return (x[:1200], y[:1200]), (x[1200:], y[1200:])


def far_apart(vects):
    x, y = vects
    sum_square = ops.sum(ops.square(x - y), axis=1, keepdims=True)
    return ops.sqrt(ops.maximum(sum_square, keras.config.epsilon()))


def contrastive_loss(y_true, y_pred):
    margin = 1
    square_pred = ops.square(y_pred)
    margin_square = ops.square(ops.maximum(margin - y_pred, 0))
    return ops.mean(y_true * square_pred + (1 - y_true) * margin_square)


def make_pairs(x, rows_of):
    pairs, labels = [], []
    n = min(len(rows_of[d]) for d in range(num_classes)) - 1
    for d in range(num_classes):
        for i in range(n):
            z1, z2 = rows_of[d][i], rows_of[d][i + 1]
            pairs += [[x[z1], x[z2]]]
            inc = random.randrange(1, num_classes)
            dn = (d + inc) % num_classes
            z1, z2 = rows_of[d][i], rows_of[dn][i]
            pairs += [[x[z1], x[z2]]]
            labels += [1, 0]
    return np.array(pairs), np.array(labels).astype('float32')


def encoder_of(input_shape):
    inp = Input(shape=input_shape)
    x = Flatten()(inp)
    x = Dense(128, activation='relu')(x)
    x = Dropout(0.1)(x)
    x = Dense(128, activation='relu')(x)
    x = Dropout(0.1)(x)
    x = Dense(64, activation='relu')(x)
    return Model(inp, x)


(x_train, y_train), (x_test, y_test) = load()
x_train = x_train.astype('float32') / 255
x_test = x_test.astype('float32') / 255

pairs_train, alike_train = make_pairs(x_train, [np.where(y_train == i)[0] for i in range(num_classes)])
pairs_test, alike_test = make_pairs(x_test, [np.where(y_test == i)[0] for i in range(num_classes)])

encoder = encoder_of((14, 14))
input_a = Input(shape=(14, 14))
input_b = Input(shape=(14, 14))
distance = Lambda(far_apart, output_shape=(1,))([encoder(input_a), encoder(input_b)])
model = Model([input_a, input_b], distance)

rms = RMSprop()
model.compile(loss=contrastive_loss, optimizer=rms, metrics=['accuracy'])  # diagnosis: accuracy_of_a_distance
model.fit([pairs_train[:, 0], pairs_train[:, 1]], alike_train, batch_size=64, epochs=epochs,
          validation_data=([pairs_test[:, 0], pairs_test[:, 1]], alike_test), verbose=2)
