"""
A generator gives `from_generator` thousands of single examples, which are batched only afterwards.

## Why it hurts
What a Python generator yields is handed over to TensorFlow by itself: Python is called, the numbers are copied and checked,
which takes some tenths of a millisecond for a single number as well as for a thousand rows. Where making an example is
quick, nearly all of the time goes into that. A generator that yields whole batches crosses once for each batch.

## Example
    import numpy as np
    import tensorflow as tf

    rows = np.zeros((6000, 2), "float32")

    def one_by_one():
        for row in rows:
            yield row

    data = tf.data.Dataset.from_generator(one_by_one, output_signature=tf.TensorSpec((2,)))
    data = data.batch(500)
    for batch in data:
        pass

## Instead
    import numpy as np
    import tensorflow as tf

    rows = np.zeros((6000, 2), "float32")

    data = tf.data.Dataset.from_tensor_slices(rows)
    data = data.batch(500)
    for batch in data:
        pass
"""

from etude.diagnoses.evidence import Evidence
from etude.diagnoses.pipelines import batches, step
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Data, Stage

SEVERITY = Severity.PERFORMANCE
SKILLS = ("data-8", "data-7")
GUIDE = "TensorFlow guide: Better performance with the tf.data API"
EXPLAINS = ()

# A crossing takes 0.1 to 0.4 ms on an ordinary machine; where an example takes longer to make, that is the matter.
_QUICK = 1e-4


def match(evidence: Evidence) -> Finding | None:
    for call in evidence.calls_of("from_generator.elements"):
        joined = next(
            (found for data in evidence.datasets() if (found := _joined(data, call))), None
        )
        elements, seconds = call.arguments["elements"], call.arguments["seconds"]
        if joined is not None and seconds < _QUICK * elements:
            return Finding(
                line=call.line,
                evidence=f"the generator gave {elements} elements and more, one at a time, and {step(joined)} joins them "
                f"afterwards: making them took {seconds:.2g} s, and handing each over takes several times that",
                change="let the generator yield whole batches and leave batch out; or, where the data fit into "
                "memory, give from_tensor_slices the arrays",
            )
    return None


def _joined(data: Data, call: Call) -> Stage | None:
    """The batching above this generator."""
    begun = bool(data.stages) and data.stages[0].op == "from_generator"
    mine = begun and data.stages[0].line == call.line
    return next((stage for stage in data.stages if batches(stage)), None) if mine else None
