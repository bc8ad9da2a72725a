"""Addresses of the reminders: their settings, what a notification's buttons call, and the calendar feed."""

from django.urls import path

from mainstay.web.reminders import adding, asking, browser, feed, page, ways

urlpatterns = [
    path("settings/reminders/", page.reminders, name="reminders"),
    path("settings/reminders/asked/", asking.asked, name="reminders-asked"),
    path("settings/reminders/browser/", browser.subscribe, name="reminders-browser"),
    path("settings/reminders/key/", browser.key, name="reminders-key"),
    path("settings/reminders/email/", adding.email, name="reminders-email"),
    path("settings/reminders/service/", adding.service, name="reminders-service"),
    path("settings/reminders/calendar/", feed.change, name="reminders-feed"),
    path("settings/reminders/<int:pk>/", ways.change, name="reminders-way"),
    path("reminders/answer/", asking.answer, name="reminders-answer"),
    path("calendar/<str:secret>.ics", feed.feed, name="calendar-feed"),
]
