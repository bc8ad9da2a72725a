"""Addresses under ``/settings/``."""

from django.urls import path

from mainstay.web.yours import delete, files, settings

urlpatterns = [
    path("", settings.settings_page, name="settings"),
    path("export/", files.export, name="export"),
    path("import/", files.import_, name="import"),
    path("delete/", delete.delete, name="delete"),
]
