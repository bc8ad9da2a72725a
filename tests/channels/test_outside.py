"""Which addresses belong to the internet at large."""

import pytest

from mainstay.reminders.channels.outside import is_outside


@pytest.mark.parametrize("address", ["8.8.8.8", "2a00:1450:4001:80b::200a", "::ffff:8.8.8.8", "172.32.0.1"])
def test_addresses_of_the_internet(address):
    assert is_outside(address)


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "10.0.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1"),
        *("0.0.0.0", "224.0.0.1", "255.255.255.255"),
        *("::1", "::", "fe80::1", "fe80::1%eth0", "fd00::1", "ff0e::1"),
        *("::ffff:127.0.0.1", "::ffff:192.168.1.1", "::127.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1"),
    ],
)
def test_addresses_of_the_house_and_those_that_hide_one(address):
    assert not is_outside(address)
