from django.urls import path

from accounts import views

urlpatterns = [
    path("auth/staff/login", views.StaffLogin.as_view()),
    path("auth/staff/password", views.StaffPassword.as_view()),
    path("auth/staff/pin", views.StaffPin.as_view()),
    path("staff/take-over", views.StaffTakeOver.as_view()),
    path("staff/colleagues", views.StaffColleagues.as_view()),
    path("auth/staff/refresh", views.StaffRefresh.as_view()),
]
