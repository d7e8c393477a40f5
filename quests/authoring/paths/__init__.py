"""Paths in the making: their texts, their weeks, and the modules that stand in them."""
