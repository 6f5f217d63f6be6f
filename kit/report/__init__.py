"""What leaves the room: the frames as files."""
