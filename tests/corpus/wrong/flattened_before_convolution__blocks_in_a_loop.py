"""ValueError: expected min_ndim=4, found ndim=2. With one filter size it works, with three it does not."""
from tensorflow.keras.layers import Activation, BatchNormalization, Conv2D, Dense, Dropout, Flatten, Input, MaxPooling2D
from tensorflow.keras.models import Model


def create_branch(side, channels, filters=(8, 16, 32)):
    picture = Input(shape=(side, side, channels))
    for i, f in enumerate(filters):
        if i == 0:
            x = picture
        x = Conv2D(f, (3, 3), padding="same")(x)  # diagnosis: flattened_before_convolution
        x = Activation("relu")(x)
        x = BatchNormalization()(x)
        x = MaxPooling2D((2, 2))(x)

        # then the dense part
        x = Flatten()(x)
        x = Dense(16)(x)
        x = Activation("relu")(x)
        x = Dropout(0.5)(x)
        x = Dense(4)(x)
    return Model(picture, x)


branch = create_branch(32, 3)
branch.summary()
