"""What media from strangers are, told from their bytes and never from their names, and whether they can be let in."""
