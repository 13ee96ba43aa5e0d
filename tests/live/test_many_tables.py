"""Every table orders at the same moment."""

from concurrent.futures import ThreadPoolExecutor

from tests.live.conftest import TABLES
from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

THREADS = 16
ORDERS_EACH = 8


def test_sixteen_guests_ordering_at_once_all_get_their_orders(server: Server, person: LivePerson) -> None:
    tablets = [LiveTablet(server, number % TABLES + 1) for number in range(THREADS)]
    for tablet in tablets:
        assert tablet.plain_items
    with ThreadPoolExecutor(THREADS) as pool:
        answers = list(pool.map(lambda tablet: [tablet.order() for _ in range(ORDERS_EACH)], tablets))
    orders = [answer for some in answers for answer in some]
    assert [answer.status for answer in orders] == [201] * (THREADS * ORDERS_EACH)
    numbers = sorted(answer.json()["number"] for answer in orders)
    assert numbers == list(range(numbers[0], numbers[0] + len(orders)))
    for tablet in tablets[:TABLES]:
        assert person.finish(tablet).status == 200
