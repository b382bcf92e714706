"""The scalars that every writer is asked to write, and a digest of those that were read back."""
import hashlib
import struct

TAGS = [f"metric_{number}" for number in range(10)]


def scalars(count):
    """Tag, value and step: ten tags in turn, values that single precision holds."""
    return ((TAGS[index % 10], (index % 1000) / 1024, index // 10) for index in range(count))


def digest(points_of):
    """The number of points and a digest of all tags, steps and values; `points_of` gives those of a tag, by step."""
    found = hashlib.sha256()
    count = 0
    for tag in TAGS:
        points = points_of(tag)
        count += len(points)
        found.update(tag.encode())
        for step, value in points:
            found.update(struct.pack("<qf", step, value))
    return {"count": count, "digest": found.hexdigest()}
