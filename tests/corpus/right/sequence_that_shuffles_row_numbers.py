import math, numpy as np, tensorflow as tf
class Gen(tf.keras.utils.PyDataset):
    def __init__(self, x, y, bs, **kw):
        super().__init__(**kw); self.x, self.y, self.bs = x, y, bs; self.idx = np.arange(len(x)); self.on_epoch_end()
    def __len__(self): return math.ceil(len(self.x) / self.bs)
    def __getitem__(self, i):
        j = self.idx[i*self.bs:(i+1)*self.bs]; return self.x[j] / 255., self.y[j]
    def on_epoch_end(self): np.random.shuffle(self.idx)
Y = np.random.randint(0, 3, 300); X = np.random.randint(0, 100, (300, 16, 16, 3)).astype('float32')
for i in range(300): X[i, :, :, Y[i]] += 120
m = tf.keras.Sequential([tf.keras.Input((16, 16, 3)), tf.keras.layers.Conv2D(8, 3, activation='relu'), tf.keras.layers.GlobalAveragePooling2D(), tf.keras.layers.Dense(3, activation='softmax')])
m.compile(tf.keras.optimizers.Adam(0.01), 'sparse_categorical_crossentropy', metrics=['accuracy'])
m.fit(Gen(X[:240], Y[:240], 20), validation_data=(X[240:] / 255., Y[240:]), epochs=5)
