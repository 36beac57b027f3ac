"""A function tells how many bytes a model needs in a file, without what only training needs."""

import os

from etude.checks.base import Check
from etude.checks.live import Facts, Live
from etude.checks.values import Value
from etude.domain.verdict import Verdict

# Names of layers and of the model are in the file as well, and may differ.
_TOLERANCE = 0.1
_PATH = "etude_sized.keras"


class TellsFileSize(Check, frozen=True, kw_only=True):
    """Attributes: of: the number that is told; model: the model that it is about."""

    of: Value
    model: Value

    @property
    def title(self) -> str:
        return f"{self.of} is the size of the model's file"

    def probe(self, live: Live) -> Facts:
        model = live.value(self.model)
        optimizer = model.optimizer
        told = live.value(self.of)
        if model.optimizer is not optimizer:
            return {"told": told, "changed": True}
        if isinstance(told, bool) or not isinstance(told, int | float):
            return {"told": None, "type": type(told).__name__}
        live.keras.Model(model.inputs, model.outputs).save(_PATH)
        size = os.path.getsize(_PATH)
        os.remove(_PATH)
        weights = sum(int(live.np.asarray(weight).nbytes) for weight in model.weights)
        most = int((1 + _TOLERANCE) * size)
        sized = {"path": "the file", "bytes": int(told), "weights": weights, "most": most}
        return {"told": float(told), "size": size, "sized": sized}

    def judge(self, facts: Facts) -> Verdict:
        if facts.get("changed"):
            return self.failed(
                expected=f"{self.model} as it was, with the optimizer that trained it",
                received="the model without that optimizer",
                attempt="whoever goes on training needs it: save another model that has the same "
                "layers and was never compiled",
            )
        if facts["told"] is None:
            return self.failed(expected="a number of bytes", received=f"a {facts['type']}")
        size, told = facts["size"], facts["told"]
        if abs(told - size) <= _TOLERANCE * size:
            return self.passed()
        return self.failed(
            expected=f"about {size:,} bytes: {facts['sized']['weights']:,} of them are weights, "
            "the rest says what layers there are",
            received=f"{told:,.0f}",
            attempt="what is in the file that you measured besides weights that predict?"
            if told > size
            else "measure a whole .keras file, in bytes: it says what layers there are, too",
        )
