"""The API: how a device that trained offline hands over what it wrote, and how programs read the diary.

Loaded by the server alone: django-ninja takes a third of a second to import, which no command waits for.
"""
