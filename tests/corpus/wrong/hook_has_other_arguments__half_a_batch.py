import numpy as np, tensorflow as tf
class Gen(tf.keras.utils.Sequence):
    def __init__(self, x, y, bs): super().__init__(); self.x, self.y, self.bs = x, y, bs
    def __len__(self): return np.ceil(len(self.x) / self.bs)  # diagnosis: hook_has_other_arguments
    def __getitem__(self, i): return self.x[i*self.bs:(i+1)*self.bs], self.y[i*self.bs:(i+1)*self.bs]
x = np.random.rand(50, 8, 8, 1); y = np.random.randint(0, 2, 50)
m = tf.keras.Sequential([tf.keras.Input((8, 8, 1)), tf.keras.layers.Flatten(), tf.keras.layers.Dense(1, activation='sigmoid')])
m.compile('adam', 'binary_crossentropy')
m.fit(Gen(x, y, 8), epochs=2)
