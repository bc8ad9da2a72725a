"""Addresses of the lessons."""

from django.urls import path

from mainstay.web.lessons.book import book
from mainstay.web.lessons.figure import muscles
from mainstay.web.lessons.reading import lesson
from mainstay.web.lessons.shelf import shelf

urlpatterns = [
    path("", shelf, name="lessons"),
    path("all/", book, name="lesson-book"),
    path("<slug:slug>/", lesson, name="lesson"),
    path("<slug:slug>/muscles.svg", muscles, name="lesson-muscles"),
]
