"""Checks of "Minimize getsizeof"."""
from observe import case, check, measure

SEQUENCES = ("list", "tuple", "range", "bytes", "bytearray", "array.array", "array", "memoryview", "collections.deque", "deque")


def pack(program, numbers):
    """Packs, and checks that nothing was lost; the packed sequence or None."""
    packed = program.call("pack", numbers)
    if not check("same", packed.type in SEQUENCES, f"`pack` returned a `{packed.type}`, which is no built-in sequence."):
        return None
    found = program.builtin("list", packed).value
    if found == numbers:
        check("same", True)
        return packed
    if len(found) != len(numbers):
        check("same", False, f"{len(numbers)} numbers went in, {len(found)} came out.")
    else:
        i = [a == b for a, b in zip(found, numbers)].index(False)
        check("same", False, f"Number {i} was {numbers[i]} and came out as {found[i]!r}.")
    return None


def pack_thousand(program, numbers):
    packed = pack(program, numbers)
    if packed is None:
        return
    size = packed.deep_size()
    if check("smaller", size < 8800, f"The `{packed.type}` of 1,000 numbers takes {size} bytes."):
        measure(size)


@case("fifteen numbers")
def fifteen(program):
    pack(program, [7, 0, 255] * 5)


@case("a thousand numbers")
def thousand(program):
    pack_thousand(program, [(i * i + 3) % 256 for i in range(1000)])
