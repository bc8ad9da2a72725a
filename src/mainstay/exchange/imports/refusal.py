"""A file that cannot be read any further."""

from mainstay.diary import Fault


class Unreadable(Exception):
    """The file as a whole is not what it should be; ``fault`` says where, what is wrong and what to do."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(fault.text)
        self.fault = fault
