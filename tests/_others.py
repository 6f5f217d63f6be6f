"""What others see of a step than those who took part in it."""

from kit.report.export import export_frames, extra_files

ROLES = ("wall", "results", "team", "participant", "trainer")


def everything(hall, name, folder):
    """All that others see of a step: on every screen, in anonymous frames, in the files of an export."""
    views = [hall.shared(role, team="Tafel 1", name=name).view for role in ROLES]
    frames = hall.workshop.frames(anonymous=True)
    made = export_frames(frames, folder / "out", ["csv"], stem="a")
    files = {path.name: path.read_bytes() for path in made}
    return views, files, extra_files(hall.room)
