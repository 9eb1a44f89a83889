"""What the government says right after somebody broke in on it: the reply, up to where the speech goes on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rag.exchange import ANSWERING, Exchange, cue, same
from rag.kind import DATE, YES_OR_NO, has_number, kind_of
from rag.questions import cues
from rag.questions.cues import subject_stems
from rag.questions.items import offices
from rag.questions.passages import Passages
from rag.restated import announces, names_subject, noun_alone
from rag.text import is_question
from rag.types import Speaker
from rag.verify.quotes import spans

LATER_TERM = 2
# "Ja, daar …", "Dat zal ik doen."
_POINTS_BACK = re.compile(
    r"\W*(?:(?:voorzitter|dank u wel|ja|nee|zeker|jazeker|graag|natuurlijk)\W+)*(?:dat|die|dit|daar\w*|hier\w*)\b", re.I
)
_ON_WHAT_WAS = re.compile(r"\W*dat (?:was|waren)\b", re.I)  # "Dat was een mooie inbreng van de Kamer.": a speech begins
TAKES_OVER = 40  # words of the chair after which what the government says is no reply any more, and of a speech


def _may_tell(reply: str, asked: str) -> bool:
    """Whether a reply holds a figure or a time, where the question asks for one: "Dat was een hele opsomming." tells none."""
    return not kind_of(asked, "nl", "nl").figure or has_number(reply) or DATE.search(reply) is not None


class Replies:
    """The replies to the interruptions of a debate.

    Args:
        debate: from `rag.exchange.exchange`.
        passages: of that debate.
    """

    def __init__(self, debate: Exchange, passages: Passages) -> None:
        self.debate = debate
        self.passages = passages
        self._found: dict[int, list[slice]] = {}

    def to(self, at: int, last: bool = False) -> list[slice]:
        """The sentences, a slice of the debate's for each turn, that reply to what was asked at a place of it.

        None where nobody broke in there, unless it is the ``last`` thing asked in a later term, or all that a short turn says, and what comes at once points
        back at it: "Ja, daar schrijf ik u in het voorjaar over."
        """
        if at not in self._found:
            place = self.debate.places[at] if at >= 0 else None
            broke_in = place is not None and place.interrupts and place.floor is not None and place.floor.role in ANSWERING
            self._found[at] = self._after(at) if broke_in else []
        return self._found[at] or (self._after(at) if last and self._answered_at_once(at) else [])

    def _answered_at_once(self, at: int) -> bool:
        """Whether the government speaks next, but for the chair, and begins with what points back at what was asked."""
        after = next((p.turn for p in self.debate.places[at + 1 :] if p.turn.speaker.role != "chair" or is_question(p.turn.text)), None)
        if after is None or after.speaker.role not in ANSWERING:
            return False
        asked = self.debate.places[at]
        if asked.term < LATER_TERM and (asked.turn.words > TAKES_OVER or self.debate.places[at + 1].turn is not after):
            return False  # the first term is answered in a speech, unless a few words are answered without the chair between
        said = (after.text[a:b] for a, b in spans(after.text))
        first = next((text for text in said if not cues.cue("answer", "not_yet").search(text)), "")  # after "Excuus, dat was ik vergeten."
        if asked.term < LATER_TERM and _ON_WHAT_WAS.match(first) and (after.words > TAKES_OVER or not _may_tell(first, asked.turn.text)):
            return False
        return _POINTS_BACK.match(first) is not None or (first not in after.text[: len(first)] and YES_OR_NO.match(first) is not None)

    def _after(self, at: int) -> list[slice]:
        """Turn by turn, until another member speaks, the chair lets the speech go on, or it has been replied to."""
        asker = self.debate.places[at].turn.speaker
        found: list[slice] = []
        replied, given = None, False
        for after in self.debate.places[at + 1 :]:
            speaker, text = after.turn.speaker, after.turn.text
            if speaker.role == "member" and (found or not same(speaker, asker)):
                break
            if speaker.role == "chair" and (
                cue("chair", "resume").search(text)
                or (found and (after.turn.words > TAKES_OVER or (announces(text) and not self._on(text, at))))
            ):
                break  # "Dan de vragen van de SP."
            if speaker.role in ANSWERING and replied is not None and given and not same(speaker, replied):
                break  # "Het woord is aan de staatssecretaris.": a speech of its own
            given = speaker.role == "chair" and bool(cue("chair", "floor").search(text) or offices(text))
            if speaker.role in ANSWERING:
                said = self._said_to(asker, self.passages.of(after.turn.number), at if found else None)
                if said is None and not found:
                    continue
                found += [said] if said else []
                replied = speaker
                if said is None or said.stop < self.passages.end(after.turn.number):
                    break
        return found

    def _on(self, text: str, at: int) -> bool:
        """Whether a sentence that takes up what is next names something of what was asked at a place."""
        asked = subject_stems(self.debate.places[at].turn.text, self.passages.language)
        return not set(subject_stems(text, self.passages.language)).isdisjoint(asked)

    def _said_to(self, asker: Speaker, passages: Sequence[int], goes_on: int | None) -> slice | None:
        """The sentences of a turn that reply, or go on with a reply: up to what is for somebody else, or taken up anew; None for none."""
        first = end = self.passages.all[passages[0]].first
        reply = False
        for i in passages:
            one = self.passages.all[i]
            for a, b in one.sentences:
                text = one.turn.text[a:b]
                anew = announces(text) or names_subject(text) or (one.turn.text[:a].rstrip(" ")[-1:] in {"", "\n"} and noun_alone(text))
                if (one.to and not one.is_for(asker)) or (anew and (end > first or (goes_on is not None and not self._on(text, goes_on)))):
                    return slice(first, end) if reply else None
                end, reply = end + 1, reply or not _no_answer_yet(text)
        return slice(first, end) if reply else None


def _no_answer_yet(sentence: str) -> bool:
    """A question back ("Gaat het nu over …?"), or a word that the question has not been heard or comes later."""
    return is_question(sentence) or bool(cues.cue("answer", "not_yet").search(sentence))
