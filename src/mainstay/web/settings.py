"""Django's settings. What a person may change comes from the environment; see ``hosts`` for addresses."""

import os
from datetime import timedelta
from pathlib import Path

from mainstay.diary import database_settings
from mainstay.web import hosts
from mainstay.web.secret import lazy_secret_key

_HERE = Path(__file__).resolve().parent

OPEN = hosts.is_open(os.environ)
"""Whether others than this machine can reach the app; then nothing is shown without a login."""

DEBUG = False
SECRET_KEY = lazy_secret_key()

# When the app is open, `middleware.KnownHosts` decides: it knows addresses as well as names.
ALLOWED_HOSTS = ["*"] if OPEN else list(hosts.LOOPBACK)
KNOWN_HOSTS = hosts.known_hosts(os.environ)
CSRF_TRUSTED_ORIGINS = hosts.secure_origins(os.environ)

ROOT_URLCONF = "mainstay.web.urls"
WSGI_APPLICATION = "mainstay.web.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "mainstay.diary.apps.DiaryConfig",
    "mainstay.reminders.apps.RemindersConfig",
    "mainstay.web",
    "mainstay.web.library",
    "mainstay.web.lessons",
]

MIDDLEWARE = [
    "mainstay.web.middleware.KnownHosts",
    "django.middleware.security.SecurityMiddleware",
    "mainstay.web.middleware.SecureHeaders",
    # Above WhiteNoise, so that scripts and figures are compressed too. A page holds a secret (the CSRF token)
    # beside what was typed, whose length BREACH could measure: the token is masked anew for every page, and
    # Django's compression adds up to a hundred random bytes.
    "django.middleware.gzip.GZipMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    *(["django.contrib.auth.middleware.LoginRequiredMiddleware"] if OPEN else []),
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mainstay.web.middleware.PersonsClock",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "mainstay.web.context.shell",
            ],
            "builtins": ["django.templatetags.static"],
        },
    }
]

DATABASES = database_settings()
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"

LANGUAGE_CODE = "en-gb"
USE_I18N = False
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Served from the package as it is: no build step, and nothing to collect before the first start.
WHITENOISE_USE_FINDERS = True
WHITENOISE_MAX_AGE = 60
WHITENOISE_ALLOW_ALL_ORIGINS = False

SESSION_COOKIE_AGE = int(timedelta(days=30).total_seconds())
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = hosts.is_only_secure(os.environ)
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "mainstay.web.faults.form_expired"
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if hosts.is_only_secure(os.environ) else None

# A diary of many years is a few megabytes.
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.MemoryFileUploadHandler"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {
        "console": {"class": "logging.StreamHandler"},
        "nowhere": {"class": "logging.NullHandler"},
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
    # These would write out the addresses of channels, which are secrets.
    "loggers": {name: {"handlers": ["nowhere"], "propagate": False} for name in ("apprise", "urllib3")},
}
