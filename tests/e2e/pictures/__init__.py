"""A picture of every screen and its states, phone and desktop, light and dark: `make pictures`, into pwa/pictures."""
