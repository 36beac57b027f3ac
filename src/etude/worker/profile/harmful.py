"""Which pipelines must not be run again, because somebody would notice."""

from tensorflow.python.framework import op_def_registry

from etude.domain.observations import Stage

_USED_UP = {"from_generator": "a generator may be used up by looking at it"}
_RUNS_PYTHON = {"PyFunc", "PyFuncStateless", "EagerPyFunc", "GeneratorDataset"}
# Ops with a state that is put back afterwards or concerns nobody: random numbers, variables,
# look-ups, branches, and datasets that read files.
_CONCERN_NOBODY = (
    *("Random", "Rng", "Stateful", "Truncated", "Parameterized", "Multinomial", "SampleDistorted"),
    *("LookupTableFind", "LookupTableSize", "ReadVariable", "Assign", "VarHandle", "VarIsInit"),
    *("ResourceGather", "Assert", "If", "While", "Case"),
)


def objection(stage: Stage) -> str:
    """Why a stage is not to be run again, "" when nothing speaks against it."""
    if stage.op in _USED_UP:
        return _USED_UP[stage.op]
    for op in stage.ops:
        if op in _RUNS_PYTHON:
            return f"{stage.op} in line {stage.line} runs Python, which may count or log its calls"
        if _acts_outside(op):
            return f"{stage.op} in line {stage.line} runs {op}, which acts outside the pipeline"
    return ""


def _acts_outside(op: str) -> bool:
    definition = op_def_registry.get(op)
    if definition is None or not definition.is_stateful or "Dataset" in op:
        return False
    return not op.startswith(_CONCERN_NOBODY)
