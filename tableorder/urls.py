"""The table of contents."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, include, path, re_path
from drf_spectacular.views import SpectacularAPIView

from tableorder import docs_page, errors, health, spa

api: list[URLPattern | URLResolver] = [
    path("health", health.Health.as_view()),
    path("schema", SpectacularAPIView.as_view(), name="schema"),
    path("docs", docs_page.docs),
    path("", include("accounts.urls")),  # people sign in
    path("", include("tables.urls")),  # tablets sign in
    path("", include("menu.urls")),  # what can be ordered
    path("", include("orders.urls")),  # ordering, the board, live events
]

urlpatterns = [
    path("", spa.page, {"name": "index.html"}),
    path("staff", spa.page, {"name": "staff.html"}),
    path("staff/kitchen", spa.page, {"name": "staff.html"}),
    path("staff/history", spa.page, {"name": "staff.html"}),
    path("admin/", admin.site.urls),
    path("media/<path:path>", spa.picture),
    path("api/v1/", include(api)),
    re_path("^api/", errors.UnknownPath.as_view()),
]
