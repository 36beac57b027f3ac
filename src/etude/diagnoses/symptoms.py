"""How a training shows that something else is wrong: diagnoses that a cause explains together.

They speak for themselves only where no cause was found.
"""

#: Of inputs and labels that do not fit together: there is nothing to learn, or something wrong.
NOTHING_LEARNED = (
    *("dead_units", "learning_rate_too_high", "loss_oscillates", "overfits"),
    *("predicts_constant", "stuck_at_majority", "trained_too_short", "vanishing_gradients"),
)
#: Of numbers of the wrong size or kind, in the inputs, the labels or the loss.
NUMBERS_GONE_WRONG = (
    *NOTHING_LEARNED,
    *("diverging_loss", "exploding_gradients", "nan_loss", "gaps_refused"),
)
