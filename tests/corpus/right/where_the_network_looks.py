import numpy as np
import tensorflow as tf
from tensorflow.keras import layers
X = np.random.rand(200, 24, 24, 3).astype('float32') * .5
y = np.random.randint(0, 2, 200)
X[y == 1, 4:12, 4:12] += .5
X[y == 0, 12:20, 12:20] += .5
inp = layers.Input((24, 24, 3))
f = layers.Conv2D(8, 3, activation='relu')(inp)
f = layers.Conv2D(16, 3, activation='relu', name='last')(f)
model = tf.keras.Model(inp, layers.Dense(2)(layers.Flatten()(f)))
model.compile('adam', tf.keras.losses.SparseCategoricalCrossentropy(from_logits=True), metrics=['accuracy'])
model.fit(X, y, epochs=4)
gm = tf.keras.Model(model.input, [model.get_layer('last').output, model.output])
with tf.GradientTape() as t:
    conv, p = gm(X[:1])
    s = p[:, tf.argmax(p[0])]
g = t.gradient(s, conv)
heat = tf.nn.relu(tf.reduce_sum(conv[0] * tf.reduce_mean(g, (0, 1, 2)), -1))
print(heat.shape, float(tf.reduce_max(heat)))
