"""What might have been done differently: changes under which a saved model is judged again."""

from enum import StrEnum

#: The key of the score itself among a verdict's measured numbers.
AS_IT_IS = "as it is"

#: How the name of a score begins whose labels were put in another order; the order follows.
LABELS_REORDERED = "labels in the order "

#: How the name of a score begins whose outputs were scaled back; by what follows.
SCALED_BACK = "the outputs scaled back: "


class WhatIf(StrEnum):
    """A change of inputs or outputs, as people are told about it."""

    DIVIDED = "inputs divided by 255"
    MULTIPLIED = "inputs multiplied by 255"
    CENTRED = "inputs scaled to between -1 and 1"
    CHANNELS_REVERSED = "colour channels in reverse order"
    SIDES_SWAPPED = "height and width swapped"
    TIME_REVERSED = "the values of each window in reverse order"
    SIGMOID = "sigmoid applied to the outputs"
    SOFTMAX = "softmax applied to the outputs"
    ONE_STEP_EARLIER = "the forecast moved one step earlier"
    ONE_STEP_LATER = "the forecast moved one step later"


#: Changes that undo a missing or a doubled scaling of the inputs.
SCALINGS = (WhatIf.DIVIDED, WhatIf.MULTIPLIED, WhatIf.CENTRED)
