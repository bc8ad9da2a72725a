"""Addresses under ``/progress/``."""

from django.urls import path

from mainstay.web.progress import brought, measures, own_days, reports, self_tests, summary, weeks

app_name = "progress"

urlpatterns = [
    path("", summary.summary, name="summary"),
    path("exercises/", summary.exercises, name="exercises"),
    path("week/", weeks.week, name="week"),
    path("week/<str:on>/", weeks.week, name="week-on"),
    path("own-days/", own_days.own_days, name="own-days"),
    path("measures/", measures.measures, name="measures"),
    path("measures/bring/", brought.bring, name="bring"),
    path("measures/brought/<slug:slug>/", brought.answer, name="brought"),
    path("measures/brought/<slug:slug>/remove/", brought.remove, name="remove"),
    path("measures/<slug:slug>/", measures.measure, name="measure"),
    path("tests/", self_tests.shelf, name="tests"),
    path("tests/<slug:slug>/", self_tests.self_test, name="test"),
    path("report/", reports.shelf, name="reports"),
    path("report/<slug:kind>/", reports.report, name="report"),
]
