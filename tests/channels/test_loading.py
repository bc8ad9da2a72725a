"""What sends is large, and is loaded by whoever sends, and by nobody else."""

import subprocess
import sys

LARGE = {"apprise", "pywebpush", "py_vapid", "requests", "aiohttp", "cryptography", "smtplib"}
PROGRAM = """
import sys, django
django.setup()
import mainstay.reminders.outbox, mainstay.web.urls
print(*sys.modules)
"""


def test_neither_the_outbox_nor_the_pages_load_what_sends_before_something_is_sent():
    environment = {"DJANGO_SETTINGS_MODULE": "mainstay.web.settings", "MAINSTAY_SECRET_KEY": "only for tests"}
    loaded = subprocess.run(
        (sys.executable, "-c", PROGRAM), capture_output=True, text=True, check=True, env=environment
    )
    modules = {name.split(".")[0] for name in loaded.stdout.split()}
    assert "django" in modules
    assert not modules & LARGE
