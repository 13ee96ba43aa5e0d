"""Pages of a list that may be a million rows long."""

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.utils.functional import cached_property

if TYPE_CHECKING:
    AnyPaginator = Paginator[Any]
else:  # Django's own class takes no type parameter at run time
    AnyPaginator = Paginator

COUNTED = 10_000


class BoundedPaginator(AnyPaginator):
    """Counts no further than COUNTED and turns no further either: who looks for older rows asks for their days.

    A count is as slow as the table is long, and the thousandth page costs as much as all those before it.
    """

    @cached_property
    def _counted(self) -> int:
        rows: Any = self.object_list
        return int(rows.order_by()[: COUNTED + 1].count())

    @cached_property
    def count(self) -> int:
        """How many rows the pages have."""
        return min(self._counted, COUNTED)

    @property
    def written_count(self) -> str:
        """How many there are, as far as they were counted: 987, 10,000+."""
        return f"{self.count:,}{'+' if self.goes_on else ''}"

    @property
    def goes_on(self) -> bool:
        """Whether there are more than the pages show."""
        return self._counted > COUNTED
