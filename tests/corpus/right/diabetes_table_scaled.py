import numpy
from keras.models import Sequential
from keras.layers import Dense

numpy.random.seed(7)
n = 768
glucose = numpy.random.normal(121, 31, n)
bmi = numpy.random.normal(32, 7, n)
age = numpy.random.randint(21, 75, n)
insulin = numpy.random.exponential(80, n)
X = numpy.column_stack([glucose, bmi, age, insulin])
Y = (0.04 * (glucose - 121) + 0.08 * (bmi - 32) + 0.03 * (age - 40) > 0).astype(int)
train, test = X[:600], X[600:]
mean, std = train.mean(axis=0), train.std(axis=0)
train, test = (train - mean) / std, (test - mean) / std
model = Sequential()
model.add(Dense(12, input_dim=4, kernel_initializer='uniform', activation='relu'))
model.add(Dense(8, kernel_initializer='uniform', activation='relu'))
model.add(Dense(1, kernel_initializer='uniform', activation='sigmoid'))
model.compile(loss='binary_crossentropy', optimizer='adam', metrics=['accuracy'])
model.fit(train, Y[:600], epochs=50, batch_size=10, verbose=0)
scores = model.evaluate(test, Y[600:])
print("%s: %.2f%%" % (model.metrics_names[1], scores[1] * 100))
