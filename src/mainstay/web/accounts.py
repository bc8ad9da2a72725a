"""The login that is asked for when others than this machine can reach the app."""

from django.contrib.auth.models import User
from django.contrib.auth.password_validation import validate_password
from django.contrib.auth.views import LoginView, LogoutView
from django.core.exceptions import ValidationError


class Enter(LoginView):
    """Ask for name and password."""

    template_name = "enter/login.html"
    redirect_authenticated_user = True


class Leave(LogoutView):
    """Sign out."""


def has_login() -> bool:
    """Return whether anybody can sign in."""
    return User.objects.filter(is_active=True).exists()


def password_faults(password: str) -> list[str]:
    """Return everything that is wrong with a new password, in words; nothing if it will do."""
    try:
        validate_password(password)
    except ValidationError as fault:
        return list(fault.messages)
    return []


def set_login(name: str, password: str) -> None:
    """Store a login, or give an existing one a new password."""
    user, _ = User.objects.get_or_create(username=name)
    user.set_password(password)
    user.save()
