"""Who a question is about, and what a follow-up stands for."""

from __future__ import annotations

from dataclasses import astuple, replace
from pathlib import Path

import pytest

from rag.assistant import Assistant
from rag.followup import resolve
from rag.naming import Cast, find_speakers, split_name
from rag.offices import Holder, offices
from rag.text import detect_language
from rag.types import Filter, Person, Speaker
from rag.understand import understand
from tests.debates import over, reported

MEMBERS = [
    ("Van Nispen", "SP"),
    ("Kuik", "CDA"),
    ("Van Dijk", "SGP"),
    ("Dijk", "SP"),
    ("Bushoff", "GroenLinks-PvdA"),
    ("Van der Staaij", "SGP"),
]
CAST = Cast(
    (*(Speaker(n, p, "member") for n, p in MEMBERS), Speaker("Visser", None, "government", "Minister"), Speaker("Jansen", None, "chair")),
    (Person("Zwijger", "Volt", "member"),),
)


@pytest.mark.parametrize("name", ["|Van den Berg", "Olger|van Dijk", "|Kuik", "Jan|’t Hart", "Sophie|in 't Veld", "Mirjam|Bikker"])
def test_a_name_is_a_first_name_and_a_surname(name: str) -> None:
    """The surname begins at its first prefix; a name of one word is one."""
    first, _, surname = name.partition("|")
    assert split_name(name.replace("|", " ").strip()) == (first, surname)


@pytest.mark.parametrize(
    ("question", "parties", "speakers", "roles"),
    [
        ("Wat vindt de SP van de pilot?", ("SP",), (), ()),
        ("Hoe kijkt mevrouw Kuik aan tegen klanten?", (), ("Kuik",), ()),
        ("Wat is het verschil tussen de SP en het CDA?", ("SP", "CDA"), (), ()),
        ("Wat vindt de PvdA van dit plan?", ("GroenLinks-PvdA",), (), ()),
        ("Wat zei Dijk over huren?", (), ("Dijk",), ()),
        ("Wat zei de heer Van Dijk over huren?", (), ("Van Dijk",), ()),
        ("Wat antwoordde de minister op de vraag van Kuik?", (), (), ("government",)),
        ("Gaat de minister hogere straffen invoeren?", (), (), ("government",)),
        ("What does the SP think of the pilot?", ("SP",), (), ()),
        ("Welke partijen willen hogere straffen?", (), (), ()),
    ],
)
def test_names_become_filters(question: str, parties: tuple[str, ...], speakers: tuple[str, ...], roles: tuple[str, ...]) -> None:
    """Whoever is asked about limits the search; the government is preferred; who is only spoken to does not limit."""
    asked = understand(question, CAST)
    assert (asked.filter.parties, asked.filter.speakers, asked.prefer.roles, asked.absent) == (parties, speakers, roles, ())


@pytest.mark.parametrize(
    ("question", "absent"),
    [
        ("Wat vindt D66 van de pilot?", ("D66",)),
        ("Hoe reageerde Geert Wilders op de straffen?", ("Geert Wilders",)),
        ("Wat zei minister De Jonge over de zorg?", ("De Jonge",)),
        ("What did Mark Rutte say about this?", ("Mark Rutte",)),
        ("Wat antwoordde de minister op de vragen van D66?", ("D66",)),
        ("Wat vindt de SP van de motie van D66?", ()),
        ("Wat is er gezegd over Oekraïne?", ()),
        ("Wat doet de Koninklijke Marechaussee aan de grens?", ()),
        ("Nam Wilders deel aan het debat?", ("Wilders",)),
        ("Sprak Geert Wilders in dit debat?", ("Geert Wilders",)),
        ("Wilders zei iets over huren, toch?", ("Wilders",)),
        ("Wat vindt mevrouw Ouwehand van Kijkduin?", ("Ouwehand",)),
        ("Wat is het standpunt van Ouwehand?", ("Ouwehand",)),
        ("wat zei geert wilders over huren?", ("geert wilders",)),
        ("wat vindt onderzoek van huren?", ()),
        ("Wat krijgt Hinkley van het rijk?", ()),
        ("Wat zei Noord-Brabant over huren?", ()),
        ("Wat vindt Rusland van sancties?", ()),
        ("Wat zei TenneT over het net?", ()),
        ("Heeft Tata Steel gereageerd?", ()),
        ("Wat zei Chris van Dam over huren?", ("Chris van Dam",)),
        ("Wat vindt Piet Bouwland van huren?", ("Piet Bouwland",)),
        ("Wat regelt Klimaatwet?", ()),
        ("Hoeveel adviezen van de Gezondheidsraad zijn opgevolgd?", ()),
        ("Wat zei mevrouw van de Bank?", ("van de Bank",)),
        ("Staat er een naam op de brieven van OCW?", ()),
    ],
)
def test_who_took_no_part(question: str, absent: tuple[str, ...]) -> None:
    """A party or person asked about who did not speak is absent; one that is only the subject is not."""
    assert understand(question, CAST).absent == absent


def test_what_the_record_names_is_no_stranger() -> None:
    """What the record names without a person's title took part in nothing: a place is not told to be absent, whatever verb begins the question."""

    def in_record(name: str) -> str:
        return "other" if name == "Kijkduin" else ""

    for question in ("Nam Kijkduin deel?", "Wat zei Kijkduin?", "Kijkduin wil een strand"):
        assert understand(question, CAST, in_record=in_record).absent == ()
    assert understand("Wat zei mevrouw Kijkduin?", CAST, in_record=in_record).absent == ("Kijkduin",)


def test_present_but_silent() -> None:
    """Someone the record says was there, who never spoke."""
    assert understand("Wat zei de heer Zwijger?", CAST).silent == ("Zwijger",)


@pytest.mark.parametrize(
    ("question", "before", "full"),
    [
        ("En de SGP?", ["Wat vindt de SP van de pilot?"], "Wat vindt de SGP van de pilot?"),
        ("En mevrouw Kuik?", ["Hoe kijkt Van Nispen aan tegen klanten?"], "Hoe kijkt mevrouw Kuik aan tegen klanten?"),
        ("And the CDA?", ["What does the SP think of the pilot?"], "What does the CDA think of the pilot?"),
        ("Wordt er bij uitgelegd waarom?", ["Wil de SP dat?"], "Wil de SP dat: wordt er bij uitgelegd waarom?"),
        ("Wat is er gezegd over Groningen?", ["Wat vindt de SP van de pilot?"], "Wat is er gezegd over Groningen?"),
        ("Wanneer komt dat?", ["Wat beloofde de minister over de dijk?"], "Wat beloofde de minister over de dijk: wanneer komt dat?"),
        (
            "Hoeveel huizen wil het kabinet in Groningen versterken?",
            ["Wat vindt de SP?"],
            "Hoeveel huizen wil het kabinet in Groningen versterken?",
        ),
    ],
)
def test_follow_ups(question: str, before: list[str], full: str) -> None:
    """An elliptical question takes what it lacks from the one before; a whole question stays as it is."""
    assert resolve(question, before, CAST).full == full


def test_a_follow_up_that_names_its_own_actor() -> None:
    """Whoever the follow-up asks about is meant, not whom the question before it was about; both are named in the full question."""
    asked = understand("En wat zegt de minister daarop?", CAST, before=["Welke straf wil de SP voor verhuurders?"])
    assert asked.question.startswith("Welke straf wil de SP") and asked.filter.parties == () and asked.prefer.roles == ("government",)
    same = understand("En waarom?", CAST, before=["Welke straf wil de SP voor verhuurders?"])
    assert same.filter.parties == ("SP",)


def test_an_office_nobody_held_there() -> None:
    """A state secretary is asked about where only a minister spoke: absent; a minister is loosely said of whoever governs."""
    assert understand("Wat heeft de staatssecretaris toegezegd over huren?", CAST).absent == ("staatssecretaris",)
    assert understand("Wat heeft de minister toegezegd over huren?", CAST).absent == ()
    assert understand("Is er kritiek op de staatssecretaris?", CAST).absent == ()


HOLDERS = (
    Holder("a", "Visser", "Minister van Justitie en Veiligheid"),
    Holder("a", "Mulder", "Minister voor Rechtsbescherming"),
    Holder("b", "Peters", "Minister van Justitie en Veiligheid"),
    Holder("b", "Smits", "Staatssecretaris Jeugd, Preventie en Sport"),
)
CABINET = replace(
    CAST, speakers=(*CAST.speakers, *(Speaker(n, None, "government", o.split()[0]) for _, n, o in map(astuple, HOLDERS))), holders=HOLDERS
)


@pytest.mark.parametrize(
    ("question", "speakers", "meetings"),
    [
        ("Wat zei de minister van Justitie over bodycams?", ("Visser", "Peters"), ("a", "b")),
        ("wat zei de minister van justitie en veiligheid over bodycams?", ("Visser", "Peters"), ("a", "b")),
        ("Wat vindt de JenV-minister van bodycams?", ("Visser", "Peters"), ("a", "b")),
        ("Wat vindt de justitieminister van bodycams?", ("Visser", "Peters"), ("a", "b")),
        ("What did the minister for Legal Protection say about bodycams?", ("Mulder",), ("a",)),
        ("Wat zei de staatssecretaris Sport over bodycams?", ("Smits",), ("b",)),
        ("Wat zei de minister van Justitie Visser over bodycams?", ("Visser",), ()),
        ("Is de minister van plan bodycams in te voeren?", (), ()),
    ],
)
def test_an_office_is_whoever_held_it(question: str, speakers: tuple[str, ...], meetings: tuple[str, ...]) -> None:
    """A post limits the search to whoever held it, in the meetings where they did; other ministers are not asked."""
    asked = understand(question, CABINET)
    assert (asked.filter.speakers, asked.filter.meetings, asked.absent) == (speakers, meetings, ())


def test_a_post_nobody_held() -> None:
    """A minister of another post, or a state secretary of the same, is not the one asked about; "oud-minister" is no minister."""
    assert understand("Wat zei de minister van Defensie over bodycams?", CABINET).absent == ("minister van Defensie",)
    assert understand("Wat zei de minister van Sport over bodycams?", CABINET).absent == ("minister van Sport",)
    assert understand("Wat is er gezegd over de minister van Defensie?", CABINET).absent == ()
    assert not list(offices("Wat zei de oud-minister van Defensie?")) and not list(offices("Wat wil de minister van Groningen weten?"))
    assert not list(offices("Wat vindt de minister van stikstof?"))  # what is found of that
    assert [o.post for o in offices("Wat vindt de minister van Natuur?")] == [{"natuur"}]
    assert [o.post for o in offices("Wat vindt de minister van natuur van de wolf?")] == [{"natuur"}]
    untold = replace(CABINET, holders=(Holder("a", "Visser", "Minister"),))
    assert understand("Wat zei de minister van Defensie?", untold).absent == ()


def test_who_receives_is_not_who_spoke() -> None:
    """ "Waarom kreeg X een vermaning?" is answered by others than X."""
    assert understand("Waarom kreeg mevrouw Kuik een vermaning van de voorzitter?", CAST).filter.speakers == ()


def test_a_surname_may_fit_several() -> None:
    """The whole name wins from a part of it; prefixes and titles may be left out."""
    assert [s.name for s in find_speakers("van dijk", CAST.speakers)] == ["Van Dijk"]
    assert [s.name for s in find_speakers("nispen", CAST.speakers)] == ["Van Nispen"]
    assert find_speakers("Minister Visser", CAST.speakers)[0].office == "Minister"
    assert find_speakers("Klaassen", CAST.speakers) == []


def test_language() -> None:
    """English and Dutch questions are told apart by their function words."""
    assert detect_language("What did the minister promise?") == "en"
    assert detect_language("Wat heeft de minister beloofd?") == "nl"


@pytest.mark.parametrize(
    "question",
    ["Wat vindt de VVD van de opvang?", "Wat vindt DENK van de opvang?", "Wanneer begint de pilot?", "Wat is er besloten over de pilot?"],
)
def test_a_whole_question_is_not_read_as_a_follow_up(question: str, assistant: Assistant) -> None:
    """A question that stands by itself is asked as it is, whatever was asked before it."""
    before = ["Wat vindt de SP van het programma Samen tegen mensenhandel?"]
    assert assistant.ask(question, before=before, verbatim=True).understood.question == question


def test_a_state_secretary_is_not_among_the_words_of_a_minister(tmp_path: Path) -> None:
    """Asked of "de staatssecretaris" with the minister's words alone searched, whom it asks about is left out, and that is said."""
    said = "\n\n".join(
        f"{who}:\nHet fonds voor de molens is gevuld. De molens krijgen dit jaar geld uit het fonds."
        for who in ("Minister Peters", "Staatssecretaris Vos")
    )
    with over(tmp_path, reported("De commissie heeft op 5 december 2024 overleg gevoerd over molens.", f"{said}\n")) as made:
        answer = made.ask("Wat zegt de staatssecretaris over de molens?", Filter(speakers=("Peters",)), verbatim=True)
        assert answer.status == "declined" and answer.understood.outside
        assert made.ask("Wat zegt de minister over de molens?", Filter(speakers=("Peters",)), verbatim=True).status == "answered"
