"""Trainings at their last epoch, one row each."""

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from etude.domain.listing import Listing
from etude.domain.observations import Fit
from etude.render.harmless import harmless
from etude.render.measures import Measure, measures, planned
from etude.render.numbers import figure

# More do not fit into 80 columns.
_MOST_MEASURES = 3
_SETTINGS = ("learning_rate", "lr")


def trainings_table(fits: Sequence[Fit], listing: Listing) -> Table:
    """Line, epochs, and each measure as "train | validation"."""
    rows = [(fit, {one.name: one for one in measures(fit)}) for fit in fits]
    names = list(dict.fromkeys(name for _, found in rows for name in found))
    shown = [name for name in names if name not in _SETTINGS][:_MOST_MEASURES]
    table = Table.grid(padding=(0, 3))
    for heading in ("line", "epochs", *shown):
        table.add_column(no_wrap=heading in ("line", "epochs"))
    table.add_row(*(Text(harmless(h), style="dim") for h in ("line", "epochs", *shown)))
    for fit, found in rows:
        values = [last_values(found[name]) if name in found else "" for name in shown]
        table.add_row(Text(harmless(listing.short(fit.line) or "-")), epochs_run(fit), *values)
    return table


def epochs_run(fit: Fit) -> str:
    """ "10", or "3 of 10" where it ended before."""
    run, wanted = len(fit.epochs), planned(fit)
    return f"{run} of {wanted}" if wanted > run else str(run)


def last_values(measure: Measure) -> str:
    """ "0.3123 | 0.4512": of the training data, then of the validation data."""
    train, validation = (None if one is None else figure(one) for one in measure.last)
    if validation is None:
        return train or "-"
    return f"{train or '-'} | {validation}"
