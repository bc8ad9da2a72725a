"""Addresses of the start."""

from django.urls import path

from mainstay.web.start import about, cleared, result, safety, welcome

urlpatterns = [
    path("", welcome.home, name="home"),
    path("about-mainstay/", welcome.about_and_safety, name="safety-about"),
    path("safety/", safety.begin, name="safety-start"),
    path("safety/result/", result.result, name="safety-result"),
    path("safety/slip/", result.take_back, name="safety-slip"),
    path("safety/cleared/", cleared.cleared, name="cleared"),
    path("safety/<slug:section>/", safety.section, name="safety"),
    path("about/", about.begin, name="about-start"),
    path("about/<slug:step>/", about.step, name="about"),
]
