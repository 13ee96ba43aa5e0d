"""Every table orders at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

GUESTS = 16
ORDERS_EACH = 8
MORE_TABLES = f"""
from accounts.models import Store
from tables.making import create_tables
create_tables(store=Store.objects.get(code="demo"), numbers=range(1, {GUESTS + 1}), pin="1234")
"""


def test_sixteen_guests_ordering_at_once_all_get_their_orders(server: Server, person: LivePerson) -> None:
    server.manage("shell", "-c", MORE_TABLES)
    tablets = [LiveTablet(server, number) for number in range(1, GUESTS + 1)]
    for tablet in tablets:
        assert tablet.plain_items
    with ThreadPoolExecutor(GUESTS) as pool:
        answers = list(pool.map(lambda tablet: [tablet.order() for _ in range(ORDERS_EACH)], tablets))
    orders = [answer for some in answers for answer in some]
    assert [answer.status for answer in orders] == [201] * (GUESTS * ORDERS_EACH)
    numbers = sorted(answer.json()["number"] for answer in orders)
    assert numbers == list(range(numbers[0], numbers[0] + len(orders)))
    for tablet in tablets:
        assert person.finish(tablet).status == 200
