"""The rules of content, split by matter: values in, values out; no database, no clock, no files."""
