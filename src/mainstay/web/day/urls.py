"""Addresses of the days."""

from django.urls import path

from mainstay.web.day import flare, history, morning, noting, programme, today

urlpatterns = [
    path("today/", today.today, name="today"),
    path("today/back/", noting.note, name="note-today"),
    path("programme/", programme.programme, name="programme"),
    path("history/", history.history, name="history"),
    path("history/undo/", history.undo, name="undo"),
    path("morning/", morning.morning, name="morning"),
    path("flare/", flare.flare, name="flare"),
]
