"""Checks of "A window on the buffer"."""
from observe import case, check, measure


def sums(program, length, size, first=1):
    data = bytes([(first + i * 7) % 251 for i in range(50)]) * (length // 50)
    answer = program.call("sums", data, size)
    wanted = [sum(data[start:start + size]) for start in range(0, len(data), size)]
    if not check("sums", answer.value == wanted, f"`sums` of {length} bytes in parts of {size} gave {answer.repr}."):
        return
    # The data itself crosses with the call and is no cost of the function's.
    extra = answer.peak_bytes - length - 33
    if size >= 5000:
        check("views", extra < size, f"At its peak the function used {extra} bytes more than the data: that is room for a part of {size}.")
    if (length, size) == (60_000, 20_000):
        measure(extra)


@case("small and large parts")
def some(program):
    sums(program, 100, 30)
    sums(program, 60_000, 20_000)
