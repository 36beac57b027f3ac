import numpy as np
import pandas as pd

df = pd.DataFrame(np.random.default_rng(0).normal(size=(60, 3)), columns=["age", "fare", "survived"])
y = df["survived"]
X = df.drop("survived")  # diagnosis: column_not_found
