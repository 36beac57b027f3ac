"""
An initializer is given weights of a shape that it cannot fill.

## Why it hurts
`identity` makes a matrix that leaves its input as it is, which a kernel of a convolution, with four axes, is not; `orthogonal` makes
rows at right angles, which a bias, with one axis, has not. A bias begins with zeros, and a convolution that is to leave pictures as
they are needs a kernel of zeros with a one in its middle.

## Example
    import keras
    import numpy as np

    layer = keras.layers.Conv2D(3, 3, kernel_initializer="identity")
    layer(np.zeros((1, 8, 8, 3)))

## Instead
    import keras
    import numpy as np

    layer = keras.layers.Conv2D(3, 3, kernel_initializer="he_normal")
    layer(np.zeros((1, 8, 8, 3)))
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.sayings import Saying, told
from etude.domain.finding import Finding, Severity

SEVERITY = Severity.ERROR
SKILLS = ("train-5", "model-2", "dev-3")
GUIDE = "Keras API: layer weight initializers"
EXPLAINS = ()

_SAYINGS = (
    Saying(
        r"Identity matrix initializer can only be used for 2D.*shape=\((?P<shape>[^)]*)\)",
        "identity is to fill weights of the shape ({shape}), which is no matrix",
        'the kernel of a Dense layer alone takes "identity"; a bias "zeros", the kernel of a convolution "he_normal" or "glorot_uniform"',
    ),
    Saying(
        r"tensor to initialize must be at least two-dimensional.*shape=\((?P<shape>[^)]*)\)",
        "orthogonal is to fill weights of the shape ({shape}), which have one axis and no rows",
        'a bias takes "zeros"; "orthogonal" is for kernels: kernel_initializer, or recurrent_initializer',
    ),
)


def match(evidence: Evidence) -> Finding | None:
    return told(evidence, _SAYINGS)
