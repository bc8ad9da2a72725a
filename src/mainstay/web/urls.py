"""Where each page is."""

from django.urls import include, path

from mainstay.web import accounts, health
from mainstay.web.api.urls import addresses

urlpatterns = [
    path("", include("mainstay.web.start.urls")),
    path("", include("mainstay.web.day.urls")),
    path("", include("mainstay.web.between.urls")),
    path("", include("mainstay.web.reminders.urls")),
    path("", include("mainstay.web.train.urls")),
    path("progress/", include("mainstay.web.progress.urls")),
    path("library/", include("mainstay.web.library.urls")),
    path("lessons/", include("mainstay.web.lessons.urls")),
    path("settings/", include("mainstay.web.yours.urls")),
    path("enter/", accounts.Enter.as_view(), name="login"),
    path("leave/", accounts.Leave.as_view(), name="logout"),
    path("", include("mainstay.web.offline.urls")),
    path("api/v1/", addresses()),
    path("healthz", health.healthz, name="healthz"),
]

handler404 = "mainstay.web.faults.not_found"
handler500 = "mainstay.web.faults.broken"
