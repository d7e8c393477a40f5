"""Arithmetic of the calendar: moving stages, holidays, what is too much in a week."""
