"""What there is to see of a training: the examples it got, and what its model makes of them."""
