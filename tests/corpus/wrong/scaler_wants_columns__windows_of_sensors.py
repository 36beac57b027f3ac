import numpy as np
from sklearn.preprocessing import StandardScaler

rng = np.random.default_rng(2)
X = rng.normal(20, 4, (120, 50, 6))
y = (X[:, :, 0].mean(axis=1) > 20).astype(int)

X_train, X_test = X[:90], X[90:]
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)  # diagnosis: scaler_wants_columns
X_test = scaler.transform(X_test)
