"""Addresses of what is done between sessions."""

from django.urls import path

from mainstay.web.between import breaks, habits, noting, pictures, walk

urlpatterns = [
    path("walk/", walk.walk, name="walk"),
    path("walk/note/", walk.note, name="walk-note"),
    path("walk/morning/", walk.morning, name="walk-morning"),
    path("breaks/", breaks.breaks, name="breaks"),
    path("breaks/hours/", breaks.hours, name="break-hours"),
    path("habits/", habits.habits, name="habits"),
    path("habits/take-back/", noting.take_back, name="take-back"),
    path("habits/<slug:slug>/", habits.habit, name="habit"),
    path("habits/<slug:slug>/<slug:pose>.svg", pictures.pose, name="habit-pose"),
    path("habits/<slug:slug>/done/", noting.habit_done, name="habit-done"),
]
