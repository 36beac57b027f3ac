"""Accuracy stays at the same four digits from the first epoch to the last."""
import numpy
from keras.models import Sequential
from keras.layers import Dense

numpy.random.seed(7)
n = 768
pregnancies = numpy.random.poisson(3.8, n)
glucose = numpy.random.normal(121, 31, n).clip(44, 199)
pressure = numpy.random.normal(72, 12, n)
skin = numpy.random.normal(20, 15, n).clip(0)
insulin = numpy.random.exponential(80, n)
bmi = numpy.random.normal(32, 7, n)
pedigree = numpy.random.gamma(2.0, 0.23, n)
age = numpy.random.randint(21, 75, n)
risk = 0.04 * (glucose - 121) + 0.08 * (bmi - 32) + 0.03 * (age - 40) + numpy.random.logistic(size=n) * 0.4 - 0.6
X = numpy.column_stack([pregnancies, glucose, pressure, skin, insulin, bmi, pedigree, age])
Y = (risk > 0).astype(int)

model = Sequential()
model.add(Dense(12, input_dim=8, activation='sigmoid'))
model.add(Dense(8, activation='sigmoid'))
model.add(Dense(1, activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='sgd', metrics=['accuracy'])
model.fit(X, Y, epochs=30, batch_size=10, verbose=0)  # diagnosis: inputs_not_scaled
scores = model.evaluate(X, Y)
print("\n%s: %.2f%%" % (model.metrics_names[1], scores[1] * 100))
