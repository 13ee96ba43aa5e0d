from django.urls import path

from orders import stream
from orders.views import lists, sales, staff, tablet, tablets

urlpatterns = [
    path("orders", tablet.TableOrders.as_view()),
    path("orders/withdraw", tablet.WithdrawOrder.as_view()),
    path("orders/<uuid:order_id>", tablet.TableOrder.as_view()),
    path("service-calls", tablet.TableServiceCalls.as_view()),
    path("events", stream.Events.as_view()),
    path("staff/board", staff.Board.as_view()),
    path("staff/orders", lists.StaffOrders.as_view()),
    path("staff/orders/<uuid:order_id>", staff.StaffOrder.as_view()),
    path("staff/orders/<uuid:order_id>/items/<uuid:line_id>", staff.OrderLineTick.as_view()),
    path("staff/orders/<uuid:order_id>/cancel", staff.CancelOrder.as_view()),
    path("staff/orders/<uuid:order_id>/steps", staff.OrderStory.as_view()),
    path("staff/orders/<uuid:order_id>/undo", staff.UndoStep.as_view()),
    path("staff/tables/<uuid:table_id>/open", staff.OpenTable.as_view()),
    path("staff/tables/<uuid:table_id>/close", staff.CloseTable.as_view()),
    path("staff/tables/<uuid:table_id>/move", staff.MoveTable.as_view()),
    path("staff/tables/<uuid:table_id>/merge", staff.MergeTable.as_view()),
    path("staff/tables/<uuid:table_id>/history", lists.TableHistory.as_view()),
    path("staff/tablets/<uuid:tablet_id>/identify", tablets.IdentifyTablet.as_view()),
    path("staff/tablets/<uuid:tablet_id>/reload", tablets.ReloadTablet.as_view()),
    path("staff/menu-items/<uuid:item_id>", staff.StaffMenuItem.as_view()),
    path("staff/service-calls/<uuid:call_id>/acknowledge", staff.AcknowledgeCall.as_view()),
    path("staff/service-calls/<uuid:call_id>/undo", staff.UndoAcknowledgement.as_view()),
    path("staff/store", staff.StaffStore.as_view()),
    path("staff/sales", sales.StaffSales.as_view()),
    path("staff/events", stream.StaffEvents.as_view()),
]
