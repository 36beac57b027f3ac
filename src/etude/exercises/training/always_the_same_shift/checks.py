from etude.checks.defines import Defines
from etude.checks.draws_anew import DrawsAnew
from etude.checks.values import Name, Npz

PICTURES = Npz(file="fashion_mnist/train.npz", array="images", stop=8, divide=255)

CHECKS = [
    Defines(function="brightened", parameters=("pictures",)),
    DrawsAnew(
        of=Name(name="brightened"),
        input=PICTURES,
        low=-0.3,
        high=0.3,
        least_spread=0.1,
        points=3,
        after=("defines",),
    ),
]
