// What dis is in every version: the summary of a code object and its exception table; written for the engine, and part of dis.py.ts and dis-old.py.ts.
export const disCommon = () => String.raw`def pretty_flags(flags):
    """Return pretty representation of code flags."""
    names = []
    for i in range(32):
        flag = 1 << i
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ', '.join(names)


def _code_of(x):
    x = getattr(x, '__func__', x)
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if isinstance(x, str):
        x = _try_compile(x, '<disassembly>')
    if hasattr(x, 'co_code'):
        return x
    raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def code_info(x):
    """Formatted details of methods, functions, or code."""
    co = _code_of(x)
    lines = [f'Name:              {co.co_name}', f'Filename:          {co.co_filename}', f'Argument count:    {co.co_argcount}',
             f'Positional-only arguments: {co.co_posonlyargcount}', f'Kw-only arguments: {co.co_kwonlyargcount}', f'Number of locals:  {co.co_nlocals}',
             f'Stack size:        {co.co_stacksize}', f'Flags:             {pretty_flags(co.co_flags)}']
    for title, items, show in (('Constants', co.co_consts, repr), ('Names', co.co_names, str), ('Variable names', co.co_varnames, str),
                               ('Free variables', co.co_freevars, str), ('Cell variables', co.co_cellvars, str)):
        if items:
            lines.append(title + ':')
            lines += ['%4d: %s' % (i, show(item)) for i, item in enumerate(items)]
    return '\n'.join(lines)


def show_code(co, *, file=None):
    """Print details of methods, functions, or code to *file*."""
    print(code_info(co), file=file)


Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)
Positions.__module__ = 'dis'


def _exception_entries(code):
    data = iter(code.co_exceptiontable)

    def number():
        byte = next(data)
        value = byte & 63
        while byte & 64:
            byte = next(data)
            value = value << 6 | byte & 63
        return value
    entries = []
    try:
        while True:
            start = number() * 2
            length, target, depth = number() * 2, number() * 2, number()
            entries.append(_ExceptionTableEntry(start, start + length, target, depth >> 1, bool(depth & 1)))
    except StopIteration:
        return entries`;
