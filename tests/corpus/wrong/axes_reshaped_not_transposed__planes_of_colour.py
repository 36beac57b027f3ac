import numpy as np
import tensorflow as tf

# batches as in the python version of CIFAR: rows are R plane, G plane, B plane
def load_rows(n, seed):
    r = np.random.RandomState(seed)
    rows = r.randint(0, 100, (n, 3, 32, 32))
    lab = r.randint(0, 6, n)
    for i in range(n):
        ch, top = lab[i] % 3, lab[i] // 3
        rows[i, ch, top*16:top*16+16] += 50
    return rows.reshape(n, 3072).astype(np.uint8), lab

data, labels = load_rows(500, 0)
X = data.reshape(-1, 32, 32, 3) / 255.0  # diagnosis: axes_reshaped_not_transposed

model = tf.keras.models.Sequential([
    tf.keras.layers.Input((32, 32, 3)),
    tf.keras.layers.Conv2D(16, 3, activation='relu'),
    tf.keras.layers.MaxPooling2D(4),
    tf.keras.layers.GlobalAveragePooling2D(),
    tf.keras.layers.Dense(6, activation='softmax')])
model.compile(optimizer='adam', loss='sparse_categorical_crossentropy', metrics=['accuracy'])
model.fit(X, labels, epochs=5, validation_split=0.2)
