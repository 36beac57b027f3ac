# AttributeError: 'DataFrame' object has no attribute 'reshape'
import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

rng = np.random.default_rng(3)
df = pd.DataFrame(rng.normal(size=(200, 6)), columns=list("abcdef"))
target = (df["a"] + df["b"] > 0).astype(int)

X_train, X_test, y_train, y_test = train_test_split(df, target, random_state=0)
X_train = X_train.reshape(X_train.shape[0], X_train.shape[1], 1)  # diagnosis: table_is_no_array
X_test = X_test.reshape(X_test.shape[0], X_test.shape[1], 1)
