"""Row ids."""

import uuid

from uuid_utils import compat


def new_id() -> uuid.UUID:
    """A UUIDv7: ordered by time, so that indexes grow at one end and the newest row has the highest id."""
    return compat.uuid7()
