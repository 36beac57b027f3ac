import numpy as np
from tensorflow.keras.models import Sequential
from tensorflow.keras.layers import Dense
from tensorflow.keras.optimizers import Adam

x = np.random.uniform(-100, 100, 2000)
y = x ** 4

model = Sequential()
model.add(Dense(50, input_shape=(1,), activation='sigmoid'))
model.add(Dense(50, activation='elu'))
model.add(Dense(1))
model.compile(loss='mse', optimizer=Adam(learning_rate=0.001))

model.fit(x, y, batch_size=50, epochs=20, verbose=2)  # diagnosis: inputs_not_scaled

test = np.array([-90., -50., 0., 30., 80.])
for value, guess in zip(test, model.predict(test).ravel()):
    print(value, 'expected', value ** 4, 'predicted', guess)
