"""Virtual people: who they are, how their backs behave, and the model behind it."""

from mainstay.lab.person.body import Body
from mainstay.lab.person.chance import Chance
from mainstay.lab.person.model import Model, Spread, load_model
from mainstay.lab.person.traits import Kind, Traits, traits_of

__all__ = ["Body", "Chance", "Kind", "Model", "Spread", "Traits", "load_model", "traits_of"]
