"""Addresses of the library."""

from django.urls import path

from mainstay.web.library.exercise import exercise
from mainstay.web.library.pictures import board, motion, muscles, picture, week
from mainstay.web.library.shelf import shelf

app_name = "library"

urlpatterns = [
    path("", shelf, name="list"),
    path("week.svg", week, name="week"),
    path("<slug:slug>/", exercise, name="exercise"),
    path("<slug:slug>/muscles.svg", muscles, name="muscles"),
    path("<slug:slug>/<slug:rung>.svg", picture, name="picture"),
    path("<slug:slug>/<slug:rung>.json", motion, name="frames"),
    path("<slug:slug>/<slug:rung>/storyboard.svg", board, name="storyboard"),
    path("<slug:slug>/<slug:rung>/<slug:fault>.svg", picture, name="fault"),
]
