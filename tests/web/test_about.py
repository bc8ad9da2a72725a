"""What is asked about the person, and changing it later."""

STEPS = ("time", "experience", "equipment", "limits", "goal")
ANSWERS = {
    "time": {"session_minutes": "15", "days": ["tue", "sat"]},
    "experience": {"experience": "returning", "months_in_pain": "24", "walking_minutes": "25"},
    "equipment": {"equipment": ["chair", "band"]},
    "limits": {"avoid_positions": ["wrists"], "precautions": ["knee-pain"]},
    "goal": {"provoked_by": ["flexion"], "goal": " carry my grandson "},
}


def test_five_screens_become_one_profile(client, diary, travel):
    diary.answer_all_clear()
    for step in STEPS:
        assert client.get(f"/about/{step}/").status_code == 200
        last = client.post(f"/about/{step}/", ANSWERS[step])
    assert last["Location"] == "/programme/"
    assert diary.told("profile_set") == [
        {
            "birth_year": 1982,
            "experience": "returning",
            "months_in_pain": 24,
            "session_minutes": 15,
            "days": ["tue", "sat"],
            "equipment": ["chair", "band"],
            "walking_minutes": 25,
            "avoid_positions": ["wrists"],
            "precautions": ["knee-pain"],
            "provoked_by": ["flexion"],
            "goal": "carry my grandson",
        }
    ]


def test_the_first_screen_has_sensible_defaults(client, diary):
    diary.answer_all_clear()
    page = client.get("/about/time/").content.decode()
    for chosen in ('value="20"', 'value="mon"', 'value="wed"', 'value="fri"'):
        assert f"{chosen} id" in page or f"{chosen} checked" in page


def test_a_programme_without_a_training_day_is_asked_about(client, diary):
    diary.answer_all_clear()
    page = client.post("/about/time/", {"session_minutes": "20"})
    assert page.status_code == 422
    assert "at least one day" in page.content.decode()


def test_minutes_of_walking_must_be_a_number(client, diary):
    diary.answer_all_clear()
    page = client.post("/about/experience/", ANSWERS["experience"] | {"walking_minutes": "a lot"})
    assert page.status_code == 422


def test_nothing_is_asked_about_before_the_safety_questions(client, diary):
    assert client.get("/about/time/")["Location"] == "/"


def test_changing_one_screen_later_keeps_everything_else(client, diary, travel):
    diary.set_up(goal="dig", avoid_positions=["prone"], sex="female")
    assert client.post("/about/equipment/", {"equipment": []})["Location"] == "/settings/"
    before, after = diary.told("profile_set")
    assert after == before | {"equipment": [], "precautions": [], "provoked_by": []}


def test_what_is_cleared_on_a_screen_is_gone(client, diary, travel):
    diary.set_up(goal="dig", provoked_by=["load"])
    client.post("/about/goal/", {"goal": ""})
    assert "goal" not in diary.told("profile_set")[-1]
    assert diary.told("profile_set")[-1]["provoked_by"] == []


def test_a_screen_that_does_not_exist_is_not_found(client, diary):
    diary.set_up()
    assert client.get("/about/shoe-size/").status_code == 404
