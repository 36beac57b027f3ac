import numpy as np
import tensorflow as tf

x = np.random.rand(256, 28, 28, 1).astype('float32')
y = (x.mean(axis=(1, 2, 3)) > 0.5).astype('int64')
ds = tf.data.Dataset.from_tensor_slices((x, y)).shuffle(256).batch(32)

model = tf.keras.Sequential([
    tf.keras.Input((28, 28, 1)),
    tf.keras.layers.Flatten(),
    tf.keras.layers.Dense(32, activation='relu'),
    tf.keras.layers.Dense(2),
])
loss_object = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True)
fast_optimizer = tf.keras.optimizers.Adam(learning_rate=1e-3)
slow_optimizer = tf.keras.optimizers.Adam(learning_rate=1e-4)

def make_train_step(optimizer):
    @tf.function
    def train_step(images, labels):
        with tf.GradientTape() as tape:
            predictions = model(images, training=True)
            loss = loss_object(labels, predictions)
        gradients = tape.gradient(loss, model.trainable_variables)
        optimizer.apply_gradients(zip(gradients, model.trainable_variables))
        return loss
    return train_step

fast_step = make_train_step(fast_optimizer)
slow_step = make_train_step(slow_optimizer)

for epoch in range(4):
    train_step = fast_step if epoch < 2 else slow_step
    for images, labels in ds:
        loss = train_step(images, labels)
    print('epoch', epoch, 'loss', float(loss))
