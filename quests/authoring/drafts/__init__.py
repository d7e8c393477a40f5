"""Modules in the making: one draft each, saved over and over, published now and then."""
