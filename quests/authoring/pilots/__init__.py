"""A module tried out by some before it is given to all."""
