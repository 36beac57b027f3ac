import numpy as np
import pandas as pd
import tensorflow as tf
from sklearn.metrics import confusion_matrix, roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from sklearn.utils.class_weight import compute_class_weight

tf.keras.utils.set_random_seed(106)
rng = np.random.default_rng(106)
df = pd.DataFrame(rng.normal(size=(1600, 5)), columns=[f"V{i}" for i in range(5)])
df["Class"] = (df.V0 + df.V1 + rng.normal(0, .6, 1600) > 2.2).astype(int)
X_train, X_test, y_train, y_test = train_test_split(df.drop("Class", axis=1), df["Class"], test_size=.25,
                                                    stratify=df["Class"], random_state=0)
scaler = StandardScaler()
X_train, X_test = scaler.fit_transform(X_train), scaler.transform(X_test)
classes = np.unique(y_train)
weights = dict(zip(classes.tolist(), compute_class_weight("balanced", classes=classes, y=y_train)))
model = tf.keras.Sequential([tf.keras.Input((5,)), tf.keras.layers.Dense(16, activation="relu"), tf.keras.layers.Dense(1, activation="sigmoid")])
model.compile("adam", "binary_crossentropy", metrics=[tf.keras.metrics.AUC(name="auc")])
model.fit(X_train, y_train, class_weight=weights, epochs=15, verbose=0)
p = model.predict(X_test, verbose=0).ravel()
print(confusion_matrix(y_test, p > .5))
print("auc", roc_auc_score(y_test, p))
