"""The server: Voilà for the screens, a light page and one socket for the phones, all in one process."""
