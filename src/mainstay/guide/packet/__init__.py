"""What a device is given of a day, so that it can guide a session without asking anybody."""

from mainstay.guide.packet.answering import AnswerWords, answer_words
from mainstay.guide.packet.asking import NUMBERS
from mainstay.guide.packet.day import day_packet
from mainstay.guide.packet.folding import folded
from mainstay.guide.packet.known import Known

__all__ = ["NUMBERS", "AnswerWords", "Known", "answer_words", "day_packet", "folded"]
