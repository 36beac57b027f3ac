import numpy as np
import tensorflow as tf

np.random.seed(0)
X = np.random.randn(1000, 8).astype('float32')
y = (X[:, 0] * 2 - X[:, 3] + 0.1 * np.random.randn(1000)).astype('float32').reshape(-1, 1)

model = tf.keras.Sequential([
    tf.keras.layers.Dense(32, activation='relu', input_shape=(8,)),
    tf.keras.layers.Dense(1),
])
optimizer = tf.keras.optimizers.Adam(0.01)
loss_fn = tf.keras.losses.MeanSquaredError()

dataset = tf.data.Dataset.from_tensor_slices((X, y)).shuffle(1000).batch(50)


def train_step(x_batch, y_batch):
    with tf.GradientTape() as tape:
        predictions = model.predict(x_batch, verbose=0)  # diagnosis: predict_inside_training
        loss = loss_fn(y_batch, predictions)
    grads = tape.gradient(loss, model.trainable_variables)
    optimizer.apply_gradients(zip(grads, model.trainable_variables))
    return loss


for epoch in range(3):
    losses = []
    for x_batch, y_batch in dataset:
        losses.append(train_step(x_batch, y_batch))
    print(epoch, np.mean(losses))
