"""The same as a Sequential stack, with dropout in between and logits nowhere."""

import keras

L = keras.layers


def build(words, units):
    model = keras.Sequential(name="both_ways")
    model.add(keras.Input((None,)))
    model.add(L.Embedding(input_dim=words, output_dim=16, mask_zero=True))
    model.add(L.Bidirectional(L.LSTM(units, return_sequences=True), merge_mode="concat"))
    model.add(L.Dropout(0.2))
    model.add(L.Bidirectional(L.GRU(units)))
    model.add(L.Dense(1))
    model.add(L.Activation("sigmoid"))
    model.compile(
        optimizer=keras.optimizers.RMSprop(),
        loss=keras.losses.BinaryCrossentropy(),
        metrics=[keras.metrics.BinaryAccuracy(name="accuracy")],
    )
    return model


PARAMETERS = build(500, 8).count_params()
