# prices of houses, with a model whose name says regression
import numpy as np
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
rooms = rng.integers(1, 7, (80, 1)).astype(float)
prices = 40_000 + 32_000 * rooms[:, 0] + rng.normal(0, 5_000, 80)
model = LogisticRegression()
model.fit(rooms, prices)  # diagnosis: measure_refuses_classes
print(model.predict([[4.0]]))
