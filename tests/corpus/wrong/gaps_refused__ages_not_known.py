# a table with two ages that nobody wrote down, for a first simple model
import numpy as np
import pandas as pd
from sklearn.linear_model import LogisticRegression

rng = np.random.default_rng(0)
table = pd.DataFrame({"age": rng.integers(18, 80, 60).astype(float), "fare": rng.gamma(2.0, 15.0, 60)})
table.loc[[7, 31], "age"] = np.nan
survived = (table["fare"] > 25).astype(int)
model = LogisticRegression()
model.fit(table[["age", "fare"]], survived)  # diagnosis: gaps_refused
print(model.score(table[["age", "fare"]], survived))
