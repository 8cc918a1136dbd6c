# What can be seen of the code objects, dis.dis included, of the programs in SOURCES (a list, put before this), as checksums by field: one line of JSON a program.
# Real interpreters and the engine run the same file; the recorded lines are in encoded-*.json.
import dis, io, json, re, types, zlib


def constant(value):
    if isinstance(value, types.CodeType):
        return 'code ' + value.co_qualname
    if isinstance(value, frozenset):
        return 'frozenset ' + repr(sorted(map(repr, value)))
    return '(%s)' % ', '.join(map(constant, value)) if isinstance(value, tuple) else repr(value)


def nested(code):
    yield code
    for value in code.co_consts:
        if isinstance(value, types.CodeType):
            yield from nested(value)


def listing(code):
    out = io.StringIO()
    dis.dis(code, file=out, depth=0)
    return re.sub('(<code object .+?) at 0x[0-9a-f]+,', r'\1,', out.getvalue())


FIELDS = {
    'code': lambda c: c.co_code,
    'listing': listing,
    'lines': lambda c: (c.co_linetable, c.co_firstlineno, [*c.co_lines()], [*c.co_positions()]),
    'handlers': lambda c: c.co_exceptiontable,
    'constants': lambda c: [*map(constant, c.co_consts)],
    'names': lambda c: (c.co_qualname, c.co_names, c.co_varnames, c.co_cellvars, c.co_freevars),
    'numbers': lambda c: (c.co_argcount, c.co_posonlyargcount, c.co_kwonlyargcount, c.co_nlocals, c.co_stacksize, c.co_flags),
}

for source in SOURCES:
    codes = [*nested(compile(source, 'prog.py', 'exec', dont_inherit=True))]
    print(json.dumps({name: zlib.crc32(repr([*map(field, codes)]).encode()) for name, field in FIELDS.items()}))
