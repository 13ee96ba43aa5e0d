"""Run by `manage.py shell`: the demo store, with an evening's orders at every table."""

from accounts.callers import StaffCaller
from accounts.models import Membership
from menu.models import MenuItem
from orders.order_body import LineBody, StaffOrderBody
from orders.placing import place_order
from tableorder.demo.loading import load_demo
from tables.models import Table

load_demo()
person = Membership.objects.select_related("user").first()
assert person is not None  # noqa: S101 # the demo store has staff
caller = StaffCaller(person.store_id, 0, person.user_id, "")
simple = MenuItem.objects.filter(group_links=None, remaining=None)[:3]
lines = [LineBody(menu_item=item.pk, quantity=2) for item in simple]
for table in Table.objects.all():
    place_order(
        caller=caller, table_id=table.pk, key=f"drill-{table.number}", body=StaffOrderBody(table=table.pk, items=lines)
    )
