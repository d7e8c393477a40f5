"""The arithmetic of item statistics: what an attempt adds, what the sums say, what to do about it."""
