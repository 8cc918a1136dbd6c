"""Checks of "Ten steps back"."""
from observe import Rng, case, check, measure


def is_text(editor, goal, wanted, when):
    """Gives what the text really is."""
    found = editor.attr("text").value
    check(goal, found == wanted, f"{when}, the text is {short(found)} instead of {short(wanted)}.")
    return found


def short(text):
    text = repr(text)
    return text if len(text) < 50 else text[:46] + " …"


def work(editor, numbers, text, changes):
    """Changes the text at random; gives all the versions that it really had."""
    versions = [text]
    for _ in range(changes):
        text = versions[-1]
        place = numbers.below(len(text) - 8)
        if numbers.below(2):
            words = numbers.word(numbers.between(1, 8))
            editor.call("insert", place, words)
            text = text[:place] + words + text[place:]
        else:
            count = numbers.between(1, 8)
            editor.call("erase", place, count)
            text = text[:place] + text[place + count:]
        versions.append(is_text(editor, "text", text, f"After {len(versions)} changes"))
    return versions


def there_and_back(program, numbers, changes):
    text = "It was a dark and stormy night; the rain fell in torrents, except at occasional intervals."
    editor = program.call("Editor", text)
    versions = work(editor, numbers, text, changes)
    for step in range(1, min(10, changes) + 1):
        editor.call("undo")
        is_text(editor, "undo", versions[-1 - step], f"After {changes} changes, {step} of them undone")
    if changes <= 10:
        editor.call("undo")
        is_text(editor, "undo", text, "When nothing is left to undo")


def day_of_work(program, changes):
    """The bytes that an editor keeps in use after so many changes, wherever they are."""
    before = program.live_bytes
    editor = program.call("Editor", "It was a dark and stormy night. " * 30)
    for i in range(changes // 2):
        editor.call("insert", 7 * i % 900, "and so on ")
        editor.call("erase", 11 * i % 900, 10)
    return program.live_bytes - before


@case("insert, erase, undo")
def one_by_one(program):
    editor = program.call("Editor", "memory")
    editor.call("insert", 0, "my ")
    before = is_text(editor, "text", "my memory", "After `insert(0, 'my ')`")
    editor.call("erase", 2, 4)
    is_text(editor, "text", "myory", "After `erase(2, 4)`")
    editor.call("undo")
    is_text(editor, "undo", before, "After `erase` was undone")
    editor.call("undo")
    editor.call("undo")
    is_text(editor, "undo", "memory", "When nothing is left to undo")


@case("twelve changes, ten undone")
def twelve(program):
    there_and_back(program, Rng(3), 12)


@case("what an editor keeps")
def costs(program):
    day_of_work(program, 20)
    cost = day_of_work(program, 200)
    longer = day_of_work(program, 260)
    check("bounded", longer < cost + 500, f"After 200 changes an editor takes {cost} bytes, after 260 changes {longer}.")
    measure(cost)
