"""Texts out to translators, and their translations in."""
