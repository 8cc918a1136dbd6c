"""Checks of "The cache that leaks"."""
from observe import case, check, measure


def shared(program, names):
    """Loads, and loads again while the first ones are held: the same objects."""
    before = program.count("Picture")
    held = [program.call("load", name) for name in names]
    for name, picture in zip(names, held):
        again = program.call("load", name)
        right = picture.attr("name").value == name
        check("same", right, f"`load({name!r})` gave the picture {picture.attr('name').value!r}.")
        check("same", again.id == picture.id, f"`load({name!r})` made a second picture while the first one was in use.")
        again.release()
    while held:
        held.pop().release()
    program.none_left("freed", "Picture", but=before)


def walk(program, names):
    """Uses one picture after the other."""
    for name in names:
        program.call("load", name).release()


@case("the program's own picture", any_schedule=True)
def own(program):
    program.none_left("freed", "Picture")


@case("two pictures", any_schedule=True)
def two(program):
    shared(program, ["moon", "mars"])


@case("a walk through 40 pictures")
def forty(program):
    walk(program, ["warm", "up"])
    before = program.live_bytes
    program.call("load", "p").release()
    walk(program, [f"picture {i}" for i in range(40)])
    kept = program.live_bytes - before
    check("tidy", kept < 2000, f"After 40 pictures that came and went, {kept} bytes more are alive than before.")
    measure(program.peak_bytes)
