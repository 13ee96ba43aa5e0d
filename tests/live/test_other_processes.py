"""What is changed outside the server, by a command or in a shell, reaches the screens."""

import json
from collections.abc import Callable, Iterator

import pytest

from tests.live.people import LivePerson, LiveTablet
from tests.server import Server

ITEM = "from menu.models import MenuItem; items = MenuItem.objects.filter(pk='{id}');"
STORE = "from accounts.models import Store; stores = Store.objects.filter(code='demo');"


def test_a_price_changed_in_a_shell_updates_the_menu(server: Server, person: LivePerson, guest: LiveTablet) -> None:
    menu = guest.get("/menu").json()
    item = guest.plain_items[0]
    change = ITEM.format(id=item["id"])
    with guest.follow(after=guest.bill()["last_event_id"]) as tablet, person.follow() as board:
        server.manage("shell", "-c", change + f"items.update(price={item['price'] + 100})")
        told = tablet.wait_for_event("menu.updated")
        assert told.data["version"] > menu["version"]
        assert board.wait_for_event("menu.updated").data == told.data
        now = guest.get("/menu").json()
        assert now["version"] >= told.data["version"]
        assert f'"price": {item["price"] + 100}' in json.dumps(now)
        assert "store.updated" not in [block.event for block in tablet.blocks]
    server.manage("shell", "-c", change + f"items.update(price={item['price']})")


@pytest.fixture
def pause(server: Server) -> Iterator[Callable[[bool], None]]:
    """Pauses and resumes the store; it is left as it was."""

    def set_paused(paused: bool) -> None:
        server.manage("shell", "-c", STORE + f"stores.update(accepting_orders={not paused})")

    yield set_paused
    set_paused(False)


def test_a_store_paused_in_a_shell_tells_its_tablets(
    server: Server, guest: LiveTablet, pause: Callable[[bool], None]
) -> None:
    with guest.follow(after=guest.bill()["last_event_id"]) as stream:
        for paused in (True, False):
            pause(paused)
            told = stream.wait_for(
                lambda block, paused=paused: (
                    block.event == "store.updated" and block.data["store"]["accepting_orders"] is not paused
                )
            )
            assert told.data["store"]["code"] == "demo"
            assert guest.order().status == (409 if paused else 201)


def test_every_change_of_the_menu_is_told_once(server: Server, guest: LiveTablet, person: LivePerson) -> None:
    change = ITEM.format(id=guest.plain_items[0]["id"])
    with person.follow(after=person.board()["last_event_id"]) as stream:
        told = guest.get("/menu").json()["version"]
        for badges in (["best"], []):
            server.manage("shell", "-c", change + f"items.update(badges={badges})")
            event = stream.wait_for(
                lambda block, told=told: block.event == "menu.updated" and block.data["version"] > told
            )
            told = event.data["version"]
        versions = [block.data["version"] for block in stream.events if block.event == "menu.updated"]
        assert versions == sorted(set(versions))
