"""What a notification's buttons carry: a signed word that answers this one reminder, and nothing else.

A button works when the page is closed and nobody is signed in any more, so no cookie can stand for it. The
word travels encrypted to the browser that shows the notification.
"""

from datetime import timedelta

from django.core.signing import BadSignature, TimestampSigner

_LONGEST = timedelta(days=2)


def answer_token(key: str) -> str:
    """Return the word that answers the reminder of a key."""
    return _signer().sign(key)


def answered_key(token: str) -> str | None:
    """Return the key of the reminder that a word answers; None for one that is too old, or not ours."""
    try:
        return _signer().unsign(token, max_age=_LONGEST)
    except BadSignature:
        return None


def _signer() -> TimestampSigner:
    return TimestampSigner(salt="mainstay.reminders.answer")
