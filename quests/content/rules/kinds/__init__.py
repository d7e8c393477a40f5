"""One file a family of cards: what each must be, how it is answered and graded, what is read of it."""
