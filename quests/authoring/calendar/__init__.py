"""The season's calendar: what opens when, moved until it happens, and what stands in the way."""
