import pandas as pd

results = pd.DataFrame(columns=["units", "accuracy"])
for units in (8, 16):
    accuracy = 0.5 + units / 100
    results = results.append({"units": units, "accuracy": accuracy}, ignore_index=True)  # diagnosis: name_removed
print(results)
