"""Checks of "Three widths"."""
import sys

from observe import case, check


def sizes(program, goal, texts):
    for text in texts:
        found = program.call("size", text).value
        wanted = sys.getsizeof(text)
        shown = repr(text) if len(text) < 20 else f"a text of {len(text)} letters"
        check(goal, found == wanted, f"`size` of {shown} is {found}, but the object takes {wanted} bytes.")


@case("plain texts")
def plain(program):
    sizes(program, "ascii", ["", "a", "abcd", "spam and eggs"])


@case("other texts")
def other(program):
    sizes(program, "wide", ["abc\u00e9", "abc\u20ac", "abc\U0001f600", "\u00ff\u00ff", "\u0100", "\uffff", "na\u00efve caf\u00e9"])
