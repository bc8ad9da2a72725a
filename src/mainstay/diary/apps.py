"""The diary as a Django app."""

from django.apps import AppConfig


class DiaryConfig(AppConfig):
    """Keeps the events, and what follows from them."""

    name = "mainstay.diary"
    label = "diary"
    verbose_name = "Diary"
    default_auto_field = "django.db.models.BigAutoField"
