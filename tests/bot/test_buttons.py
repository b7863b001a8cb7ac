"""The seal of buttons: what is sealed opens, what is not ours does not, and it fits into Telegram's 64 bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.buttons import ForgedButton, Press, open_seal, seal

SECRET = b"s" * 32
presses = st.builds(
    Press,
    st.integers(0, 2**40),
    st.sampled_from(["answer", "status", "join-lang", "only-status"]),
    st.from_regex(r"[a-z0-9_-]{1,16}", fullmatch=True),
)


@given(presses)
def test_what_was_sealed_opens(press: Press) -> None:
    sealed = seal(SECRET, press)
    assert open_seal(SECRET, sealed) == press
    assert len(sealed.encode()) <= 64


@given(presses, presses)
def test_another_press_under_a_signature_is_forged(press: Press, other: Press) -> None:
    signature = seal(SECRET, press).rpartition(".")[2]
    data = seal(SECRET, other).rpartition(".")[0]
    if press != other:
        with pytest.raises(ForgedButton):
            open_seal(SECRET, f"{data}.{signature}")


@pytest.mark.parametrize(
    "data", ["", ".", "..", "1.answer.1", "1.answer.1.", "1.answer.1.AAAAAAAAAAAAAA", "ā.š.č.ē", "x" * 64]
)
def test_what_we_did_not_make_does_not_open(data: str) -> None:
    with pytest.raises(ForgedButton):
        open_seal(SECRET, data)


def test_a_new_secret_makes_old_buttons_dead() -> None:
    sealed = seal(SECRET, Press(1, "answer", "1"))
    with pytest.raises(ForgedButton):
        open_seal(b"t" * 32, sealed)


def test_a_button_that_would_not_fit_is_never_made() -> None:
    with pytest.raises(ValueError, match="does not fit into 64 bytes"):
        seal(SECRET, Press(1, "answer", "9" * 60))
