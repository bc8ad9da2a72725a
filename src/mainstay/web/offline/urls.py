"""Addresses of the app on the device."""

from django.urls import path

from mainstay.web.offline import views

urlpatterns = [
    path("sw.js", views.worker, name="worker"),
    path("manifest.webmanifest", views.manifest, name="manifest"),
]
