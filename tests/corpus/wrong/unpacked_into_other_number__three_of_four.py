import numpy as np
import pandas as pd
from sklearn.model_selection import train_test_split

df = pd.DataFrame(np.random.default_rng(0).normal(size=(80, 5)), columns=list("abcde"))
X = df.drop(columns="e")
y = df["e"]
X_train, X_test, y_train = train_test_split(X, y, test_size=0.2)  # diagnosis: unpacked_into_other_number
