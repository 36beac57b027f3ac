"""The small real data sets that étude ships; what a learner receives and what is held out."""
