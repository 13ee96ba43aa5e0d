"""`manage.py load_demo`: a restaurant to look at, in development only."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings as real_settings
from django.core.files.storage import default_storage
from django.core.management import CommandError, call_command
from pytest_django.fixtures import Settings

from accounts.business_day import business_date, utc_now
from accounts.models import Store, User
from menu.models import Category, MenuItem, Option
from orders.models import Order
from tables.models import Table
from tests.factories import UserFactory
from tests.personas import Caller
from tests.wiring.contract import faults

pytestmark = pytest.mark.django_db
MODELS = (Store, User, Table, Category, MenuItem, Option)


def counts() -> list[int]:
    return [model.objects.count() for model in MODELS]  # type: ignore[attr-defined] # every model has objects


@pytest.fixture
def demo() -> Store:
    call_command("load_demo")
    return Store.objects.get(code="demo")


@pytest.fixture
def menu(demo: Store, nobody: Caller) -> Any:
    body = {"store_code": "demo", "table_number": 12, "pin": "1234"}
    token = nobody.post("/auth/table/login", body).json()["access"]
    answer = Caller(token).get("/menu")
    assert faults(answer, "get", "/menu") == []
    return answer.json()


@pytest.mark.parametrize(("username", "role"), [("staff", "staff"), ("manager", "manager")])
def test_its_people_can_sign_in(username: str, role: str, demo: Store, nobody: Caller) -> None:
    body = {"store_code": "demo", "username": username, "password": f"{username}1234"}
    assert nobody.post("/auth/staff/login", body).json()["user"]["role"] == role


def test_its_superuser_is_one(demo: Store) -> None:
    admin = User.objects.get(username="admin")
    assert admin.is_superuser
    assert admin.check_password("admin1234")
    assert list(admin.memberships.all()) == []


def test_a_demo_store_from_before_floor_plans_gets_one(demo: Store) -> None:
    Table.objects.update(position_x=None, position_y=None)
    call_command("load_demo")
    assert Table.objects.filter(position_x=None).count() == 0


def test_a_floor_plan_that_somebody_arranged_is_kept(demo: Store) -> None:
    Table.objects.exclude(number=3).update(position_x=None, position_y=None)
    call_command("load_demo")
    assert Table.objects.exclude(position_x=None).count() == 1


def test_it_has_twelve_tables_in_zones(demo: Store) -> None:
    assert list(Table.objects.values_list("number", flat=True)) == list(range(1, 13))
    assert Table.objects.filter(zone="").count() == 0


def test_its_floor_plan_has_every_table_in_a_place_of_its_own(demo: Store) -> None:
    places = list(Table.objects.values_list("position_x", "position_y"))
    for number, (x, y) in enumerate(places):
        apart = [max(abs(x - other_x), abs(y - other_y)) for other_x, other_y in places[number + 1 :]]
        assert min([x, y, 100 - x, 100 - y]) >= 10
        assert min(apart, default=100) >= 20


def test_every_category_says_who_makes_it(demo: Store) -> None:
    assert set(Category.objects.values_list("station", flat=True)) == {"주방", "구이", "바"}


def test_its_menu_is_a_restaurants(menu: Any) -> None:
    items = [item for category in menu["categories"] for item in category["items"]]
    assert len(menu["categories"]) >= 4
    assert len(items) >= 24
    assert any(item["status"] == "sold_out" for item in items)
    assert any(item["badges"] for item in items)
    assert any(group["min_choices"] for item in items for group in item["option_groups"])
    assert all(item["price"] > 0 for item in items)


def test_every_text_is_in_four_languages(menu: Any) -> None:
    texts = [category["name"] for category in menu["categories"]]
    for item in [item for category in menu["categories"] for item in category["items"]]:
        texts += [item["name"], item["description"]]
        texts += [text["name"] for group in item["option_groups"] for text in (group, *group["options"])]
    assert [text for text in texts if {name for name, said in text.items() if said} != {"ko", "en", "ja", "zh"}] == []


def test_every_dish_has_a_picture_that_is_there(menu: Any) -> None:
    for item in [item for category in menu["categories"] for item in category["items"]]:
        path = item["image"].removeprefix(real_settings.MEDIA_URL)
        with default_storage.open(path) as picture:
            assert b"<svg" in picture.read()


def test_again_it_changes_nothing(demo: Store, capsys: pytest.CaptureFixture[str]) -> None:
    MenuItem.objects.update(price=1)
    before = counts()
    call_command("load_demo")
    assert "The demo store is there already." in capsys.readouterr().out
    assert counts() == before
    assert not MenuItem.objects.exclude(price=1).exists()


def test_lost_pictures_come_back(demo: Store) -> None:
    path = MenuItem.objects.first().image.name  # type: ignore[union-attr] # there are items
    default_storage.delete(path)
    call_command("load_demo")
    assert default_storage.exists(path)


def test_people_who_are_there_keep_their_password(nobody: Caller) -> None:
    UserFactory(username="manager")
    call_command("load_demo")
    assert not User.objects.get(username="manager").check_password("manager1234")


def test_production_refuses_it(settings: Settings) -> None:
    settings.PRODUCTION = True
    with pytest.raises(CommandError, match="development only"):
        call_command("load_demo")
    assert counts() == [0] * len(MODELS)


def test_past_days_of_sales_are_made_up_once(demo: Store, capsys: pytest.CaptureFixture[str]) -> None:
    assert not Order.objects.exists()
    call_command("load_demo", past_days=8)
    orders = list(Order.objects.prefetch_related("lines", "steps").order_by("id"))
    days = {order.business_date for order in orders}
    today = business_date(utc_now(), time_zone=demo.time_zone, day_start=demo.business_day_start)
    assert len(days) == 8
    assert max(days) == today - timedelta(days=1)
    for order in orders:
        assert order.total == sum(line.line_total for line in order.lines.all())
        assert order.steps.latest("id").to_status == order.status
    # As placing keeps them: bills print from them.
    options = [option for order in orders for line in order.lines.all() for option in line.options]
    assert {frozenset(option) for option in options} == {frozenset({"id", "name", "price"})}
    assert [order.created_at for order in orders] == sorted(order.created_at for order in orders)
    call_command("load_demo", past_days=8)
    assert Order.objects.count() == len(orders)
    assert "none were made up" in capsys.readouterr().out
