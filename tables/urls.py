from django.urls import path

from tables import views

urlpatterns = [
    path("auth/table/login", views.TabletLogin.as_view()),
    path("auth/table/renew", views.TabletRenew.as_view()),
    path("auth/me", views.Me.as_view()),
]
