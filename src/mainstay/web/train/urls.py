"""Addresses of a training session."""

from django.urls import path

from mainstay.web.train.after import finish, rate
from mainstay.web.train.checkin import check_in
from mainstay.web.train.done import done
from mainstay.web.train.guided import guided
from mainstay.web.train.hurts import hurts
from mainstay.web.train.player import player
from mainstay.web.train.scripts import scripts

app_name = "train"

urlpatterns = [
    path("checkin/", check_in, name="checkin"),
    path("train/", guided, name="guided"),
    path("train/guided.js", scripts, name="scripts"),
    path("train/<uuid:session>/", player, name="player"),
    path("train/<uuid:session>/hurts/<slug:slug>/", hurts, name="hurts"),
    path("train/<uuid:session>/rate/", rate, name="rate"),
    path("train/<uuid:session>/finish/", finish, name="finish"),
    path("train/<uuid:session>/done/", done, name="done"),
]
