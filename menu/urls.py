from django.urls import path

from menu import views

urlpatterns = [
    path("menu", views.Menu.as_view()),
    path("staff/menu", views.StaffMenu.as_view()),
]
