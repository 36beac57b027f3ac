"""
The model that is used was trained with a learning rate that grows to find where training breaks.

## Why it hurts
A learning-rate range test multiplies the rate epoch after epoch and shows at which one the loss falls fastest
and at which it blows up. It is a measurement: its last epochs are meant to ruin the weights. Left in the final
training, the model that is saved or evaluated is the ruined one. With fewer epochs than the test was written for, the rate
never gets to where anything is learned, and the model is what it was at random.

## Example
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(1e-3), loss="mse")
    schedule = keras.callbacks.LearningRateScheduler(lambda epoch: 1e-4 * 10 ** (epoch / 2))
    model.fit(inputs, 2 * inputs, epochs=8, callbacks=[schedule], verbose=0)
    model.save("doubling.keras")

## Instead
    import keras
    import numpy as np

    keras.utils.set_random_seed(0)
    inputs = np.linspace(-1, 1, 64, dtype="float32").reshape(64, 1)
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.3), loss="mse")
    model.fit(inputs, 2 * inputs, epochs=8, verbose=0)
    model.save("doubling.keras")
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from etude.diagnoses.callbacks import fit_argument_line
from etude.diagnoses.evidence import Evidence
from etude.diagnoses.training_health import is_adaptive
from etude.domain.finding import Finding, Severity
from etude.domain.observations import Call, Fit

SEVERITY = Severity.SILENT
SKILLS = ("series-8", "model-9", "model-12")
GUIDE = "Keras API: LearningRateScheduler"
EXPLAINS = (
    *("best_weights_not_kept", "dead_units", "diverging_loss", "loss_oscillates", "nan_loss"),
    *("overfits", "predicts_constant", "learning_rate_too_low", "trained_too_short"),
    *("stuck_at_majority", "forecast_repeats_last_value"),
    *("inputs_not_scaled", "targets_not_scaled"),  # as a loss that hardly falls makes them look
)

# A warm-up spans one or two orders of magnitude and then stops; a range test goes on to its last epoch.
_SPAN = 100.0
_LEAST_EPOCHS = 5
# Of a test that ended before it began: a tenth of Keras's defaults, for Adam and its kin and for SGD.
_LOW = {True: 1e-4, False: 1e-3}
_SAME_FACTOR = 0.02
_HARDLY_FELL = 0.95
_USES = ("Model.save", "Model.save_weights", "Model.export", "Model.evaluate", "Model.predict")


def match(evidence: Evidence) -> Finding | None:
    if _puts_back(evidence):
        return None
    for fit in _last_of_each_model(evidence.fits):
        rates = fit.series("learning_rate")
        use = next((call for call in evidence.calls if _is_use(call, fit)), None)
        if use is None or not fit.finished or not (_climbs(rates) or _never_arrives(fit, rates)):
            continue
        used = f"{use.name.removeprefix('Model.')} in line {use.line} uses what that left"
        losses = fit.series("loss")
        return Finding(
            line=fit_argument_line(evidence.source, fit, "callbacks"),
            evidence=f"the learning rate rose from {rates[0]:.2g} to {rates[-1]:.2g} in {len(rates)} epochs "
            f"without ever falling, and {used}"
            if _climbs(rates)
            else f"the learning rate grew by the same factor in each of {len(rates)} epochs, from {rates[0]:.2g} to "
            f"{rates[-1]:.2g}: too low all the way, and the loss went from {losses[0]:.4g} to {losses[-1]:.4g}; {used}",
            change="read the best rate off the curve, make the model anew, and train it at that rate without "
            "the schedule"
            if _climbs(rates)
            else "take the schedule out of callbacks, and leave the rate that compile gives the optimizer",
        )
    return None


def _never_arrives(fit: Fit, rates: Sequence[float]) -> bool:
    """Whether it was over while the rate was still too low for anything to be learned."""
    losses = fit.series("loss")
    if len(rates) < _LEAST_EPOCHS or not 0 < rates[0] < rates[-1] <= _LOW[is_adaptive(fit)]:
        return False
    factors = [later / earlier for earlier, later in pairwise(rates)]
    constant = max(factors) - min(factors) <= _SAME_FACTOR * min(factors) and min(factors) > 1
    return constant and losses[-1] >= _HARDLY_FELL * losses[0]


def _last_of_each_model(fits: Sequence[Fit]) -> Iterator[Fit]:
    """A model that was tried and then trained again is judged by its last training."""
    for place, fit in enumerate(fits):
        if all(later.model.key != fit.model.key for later in fits[place + 1 :]):
            yield fit


def _climbs(rates: Sequence[float]) -> bool:
    """Rises by a constant factor up to the very end."""
    if len(rates) < _LEAST_EPOCHS or rates[0] <= 0 or rates[-1] < _SPAN * rates[0]:
        return False
    return all(later > earlier for earlier, later in pairwise(rates))


def _is_use(call: Call, fit: Fit) -> bool:
    """Whether the trained model is used, after the training."""
    model = call.model
    steps = fit.model.iterations or 0
    return (
        call.name in _USES
        and model is not None
        and model.key == fit.model.key
        and (model.iterations or 0) > steps
    )


def _puts_back(evidence: Evidence) -> bool:
    return any(evidence.source.calls(name) for name in ("set_weights", "load_weights"))
