"""Pure functions on arrays and frames. Nothing here knows the kit."""
