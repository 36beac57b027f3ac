"""Walking or running? The loss stays at 0.69, whichever network I take for my step recordings."""
import numpy as np
from tensorflow.keras.preprocessing.sequence import pad_sequences
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Input, GRU, Dense
from tensorflow.keras.optimizers import Adam
from sklearn.model_selection import train_test_split

rs = np.random.RandomState(2)
walks, runs = [], []
for i in range(400):
    t = np.arange(rs.randint(30, 50))
    speed = 0.9 if i % 2 else 0.35
    curve = np.sin(speed * t + rs.rand() * 6) + 0.2 * rs.randn(len(t))
    (runs if i % 2 else walks).append(curve / np.abs(curve).max())

X = pad_sequences(walks + runs, maxlen=50)  # diagnosis: fractions_cut_by_padding
X = X.reshape(len(X), 50, 1)
y = np.array([0] * len(walks) + [1] * len(runs))
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=0, stratify=y)

model = Sequential([Input((50, 1)), GRU(16), Dense(1, activation='sigmoid')])
model.compile(loss='binary_crossentropy', optimizer=Adam(0.01), metrics=['accuracy'])
model.fit(X_train, y_train, epochs=8, batch_size=32, verbose=2)
print(model.evaluate(X_test, y_test, verbose=0))
