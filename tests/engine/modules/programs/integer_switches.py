# reverse=, keepends=, closefd= and the like: any truth, in 3.11 only an integer.
import io


class Index:
    def __index__(self):
        return 3


CALLS = [
    "'a\\nb'.splitlines(x)", "'a\\nb'.splitlines(keepends=x)", "b'a\\nb'.splitlines(x)", "bytearray(b'a\\nb').splitlines(keepends=x)",
    'sorted([2, 3, 1], reverse=x)', 'l.sort(reverse=x)', "compile('1', '', 'eval', 0, x).co_name", "open('/nowhere/at all', closefd=x)",
    'io.TextIOWrapper(io.BytesIO(), line_buffering=x).line_buffering', 'io.TextIOWrapper(io.BytesIO(), write_through=x).write_through',
    "list(zip([1], strict=x))", "int.from_bytes(b'\\xff', 'big', signed=x)",
]
for x in {}, 'x', 1.5, None, True, 2, Index(), 2 ** 40, -1:
    for call in CALLS:
        l = [1, 3, 2]
        try:
            print(call, eval(call), l)
        except Exception as error:
            print(call, type(error).__name__, error)
