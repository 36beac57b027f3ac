import numpy as np
import pandas as pd

df = pd.DataFrame(np.random.default_rng(0).normal(size=(60, 5)), columns=list("abcde"))
df["label"] = (df["a"] > 0).astype(int)
X = df[:, 0:5]  # diagnosis: table_indexed_as_array
y = df[:, 5]
