"""Text and files that come in from elsewhere, and go out again, as cards and back."""
