import os
import tempfile

import numpy as np
import keras
import tensorflow as tf
from keras import layers, ops

keras.utils.set_random_seed(33)


class Distiller(keras.Model):
    def __init__(self, student, teacher):
        super().__init__()
        self.student = student
        self.teacher = teacher
        self.teacher.trainable = False
        self.loss_tracker = keras.metrics.Mean(name="loss")
        self.acc = keras.metrics.SparseCategoricalAccuracy(name="acc")

    def compile(self, optimizer, student_loss_fn, alpha=0.3, temperature=3.0):
        super().compile(optimizer=optimizer)
        self.student_loss_fn = student_loss_fn
        self.alpha = alpha
        self.temperature = temperature

    @property
    def metrics(self):
        return [self.loss_tracker, self.acc]

    def call(self, x, training=False):
        return self.student(x, training=training)

    def train_step(self, data):
        x, y = data
        soft_teacher = ops.softmax(self.teacher(x, training=False) / self.temperature)
        with tf.GradientTape() as tape:
            logits = self.student(x, training=True)
            hard = self.student_loss_fn(y, logits)
            soft = ops.mean(ops.categorical_crossentropy(soft_teacher, ops.softmax(logits / self.temperature)))
            loss = self.alpha * hard + (1 - self.alpha) * soft * self.temperature ** 2
        grads = tape.gradient(loss, self.student.trainable_variables)
        self.optimizer.apply_gradients(zip(grads, self.student.trainable_variables))
        self.loss_tracker.update_state(loss)
        self.acc.update_state(y, logits)
        return {m.name: m.result() for m in self.metrics}

    def test_step(self, data):
        x, y = data
        logits = self.student(x, training=False)
        self.loss_tracker.update_state(self.student_loss_fn(y, logits))
        self.acc.update_state(y, logits)
        return {m.name: m.result() for m in self.metrics}


rng = np.random.default_rng(7)
centres = rng.normal(0, 1.5, (6, 16))
labels = rng.integers(0, 6, 1500)
x = (centres[labels] + rng.normal(0, 1.0, (1500, 16))).astype("float32")
x_train, y_train, x_test, y_test = x[:1200], labels[:1200], x[1200:], labels[1200:]


def net(width):
    return keras.Sequential([
        layers.Input((16,)),
        layers.Dense(width),
        layers.BatchNormalization(),
        layers.ReLU(),
        layers.Dense(6),
    ])


teacher = net(128)
teacher.compile("adam", keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=["accuracy"])
teacher.fit(x_train, y_train, epochs=8, verbose=2)
path = os.path.join(tempfile.mkdtemp(), "teacher.keras")
teacher.save(path)
restored = keras.models.load_model(path)

distiller = Distiller(net(8), restored)
distiller.compile(keras.optimizers.Adam(0.01), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
distiller.fit(x_train, y_train, epochs=10, validation_data=(x_test, y_test), verbose=2)
print(distiller.evaluate(x_test, y_test, verbose=0))
