"""Monthly passengers, scaled and then divided by time; the test error looks better than it should."""
import numpy
import tensorflow as tf
from sklearn.preprocessing import MinMaxScaler


def create_dataset(dataset, look_back=1):
    dataX, dataY = [], []
    for i in range(len(dataset) - look_back - 1):
        dataX.append(dataset[i:(i + look_back), 0])
        dataY.append(dataset[i + look_back, 0])
    return numpy.array(dataX), numpy.array(dataY)


tf.keras.utils.set_random_seed(7)
month = numpy.arange(180)
dataset = 100 + 2.2 * month + 30 * numpy.sin(month * numpy.pi / 6) + numpy.random.normal(0, 4, 180)
dataset = dataset.reshape(-1, 1).astype("float32")
scaler = MinMaxScaler(feature_range=(0, 1))
dataset = scaler.fit_transform(dataset)  # diagnosis: fitted_before_splitting
train_size = int(len(dataset) * 0.67)
train, test = dataset[0:train_size, :], dataset[train_size:len(dataset), :]
trainX, trainY = create_dataset(train, 12)
testX, testY = create_dataset(test, 12)

model = tf.keras.Sequential([
    tf.keras.layers.Input((12,)),
    tf.keras.layers.Dense(16, activation="relu"),
    tf.keras.layers.Dense(1),
])
model.compile(loss="mean_squared_error", optimizer=tf.keras.optimizers.Adam(0.01))
model.fit(trainX, trainY, epochs=30, batch_size=16, verbose=0)
testPredict = scaler.inverse_transform(model.predict(testX, verbose=0))
testY = scaler.inverse_transform([testY])
print(numpy.sqrt(numpy.mean((testY[0] - testPredict[:, 0]) ** 2)))
