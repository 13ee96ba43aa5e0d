from django.urls import path

from tables import views

urlpatterns = [
    path("auth/table/login", views.TabletLogin.as_view()),
    path("auth/table/renew", views.TabletRenew.as_view()),
    path("auth/table/logout", views.TabletLogout.as_view()),
    path("auth/table/pair", views.TabletPair.as_view()),
    path("auth/me", views.Me.as_view()),
    path("staff/tables/<uuid:table_id>/pairing-code", views.TablePairingCode.as_view()),
    path("staff/tables/<uuid:table_id>/tablets", views.TableTablets.as_view()),
    path("staff/tablets/<uuid:tablet_id>/revoke", views.RevokeTablet.as_view()),
]
