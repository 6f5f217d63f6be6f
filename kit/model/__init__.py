"""Plain typed structs: commands, events, cards, people, views, and the messages of the live socket.

Nothing in this package does I/O or knows Jupyter, the network or the database.
"""
