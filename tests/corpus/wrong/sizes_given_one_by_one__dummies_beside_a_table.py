# columns of zeros and ones beside the numbers of a table
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
table = pd.DataFrame({"area": rng.integers(30, 180, 20), "town": rng.choice(["Kiel", "Ulm", "Jena"], 20)})
towns = pd.get_dummies(table["town"], dtype=float)
inputs = pd.concat(table[["area"]], towns, axis=1)  # diagnosis: sizes_given_one_by_one
print(inputs.shape)
