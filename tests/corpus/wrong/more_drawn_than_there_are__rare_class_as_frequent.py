# as many rows with fraud as without, from the training part
import numpy as np
import pandas as pd

rng = np.random.default_rng(0)
table = pd.DataFrame({"amount": rng.gamma(2.0, 40.0, 120), "fraud": rng.random(120) < 0.1})
train = table.iloc[:90]
fraud = train[train["fraud"]]
honest = train[~train["fraud"]]
fraud = fraud.sample(len(honest), random_state=1)  # diagnosis: more_drawn_than_there_are
balanced = pd.concat([fraud, honest]).sample(frac=1.0, random_state=1)
print(balanced["fraud"].mean())
