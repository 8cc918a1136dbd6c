// dis and opcode for 3.11 and 3.12: behave as those versions' Lib/dis.py and Lib/opcode.py; written for the engine.
import { disCommon } from './dis-common.py.ts';

/** opcode up to 3.12. */
export const opcodeOldSource = () => String.raw`
"""opcode module - potentially shared between dis and other modules which operate on bytecodes (e.g. peephole optimizers)."""
import sys as _sys
from _opcode import stack_effect, table as _read

_is_311 = _sys.version_info < (3, 12)
__all__ = ['cmp_op', 'hasarg', 'hasconst', 'hasname', 'hasjrel', 'hasjabs', 'haslocal', 'hascompare', 'hasfree', 'hasexc', 'opname', 'opmap',
           'HAVE_ARGUMENT', 'EXTENDED_ARG', 'stack_effect']
cmp_op = ('<', '<=', '==', '!=', '>', '>=')
_table, _caches, HAVE_ARGUMENT = _read()
opmap = {}
_number = 0
for _word in _table.split():
    if _word.isdigit():
        _number = int(_word)
    else:
        opmap[_word] = _number
        _number += 1
opname = ['<%r>' % (number,) for number in range(256 if _is_311 else max(opmap.values()) + 1)]
for _word, _number in opmap.items():
    opname[_number] = _word
EXTENDED_ARG = opmap['EXTENDED_ARG']


def _named(words):
    return [number for name, number in opmap.items() if name in words.split()]


hasconst = _named('LOAD_CONST RETURN_CONST KW_NAMES')
hasname = _named('STORE_NAME DELETE_NAME STORE_ATTR DELETE_ATTR STORE_GLOBAL DELETE_GLOBAL LOAD_NAME LOAD_ATTR IMPORT_NAME IMPORT_FROM LOAD_GLOBAL '
                 'LOAD_SUPER_ATTR LOAD_FROM_DICT_OR_GLOBALS LOAD_METHOD LOAD_SUPER_METHOD LOAD_ZERO_SUPER_METHOD LOAD_ZERO_SUPER_ATTR')
hasjrel = [number for name, number in opmap.items() if 'JUMP' in name and not name.startswith('INSTRUMENTED') or name in ('FOR_ITER', 'SEND')]
hasjabs = []
haslocal = _named('LOAD_FAST STORE_FAST DELETE_FAST LOAD_FAST_CHECK LOAD_FAST_AND_CLEAR STORE_FAST_MAYBE_NULL')
hasfree = _named('MAKE_CELL LOAD_CLOSURE LOAD_DEREF STORE_DEREF DELETE_DEREF LOAD_CLASSDEREF LOAD_FROM_DICT_OR_DEREF')
hascompare = _named('COMPARE_OP')
if _is_311:
    __all__ = [name for name in __all__ if name not in ('hasarg', 'hasexc')]
    __all__.insert(12, 'hasnargs')
    hasnargs = []
else:
    hasexc = _named('SETUP_FINALLY SETUP_CLEANUP SETUP_WITH')
    hasfree.insert(6, 148)
    hasarg = [number for name, number in opmap.items() if number >= HAVE_ARGUMENT and number not in hasexc and name != 'POP_BLOCK']
_cache_format = {}
for _entry in _caches.split(';'):
    _word, *_fields = _entry.split()
    _cache_format[_word] = {_field.partition(':')[0]: int(_field.partition(':')[2] or 1) for _field in _fields}
_inline_cache_entries = {name: sum(parts.values()) for name, parts in _cache_format.items()}
_signs = '+ & // << @ * % | ** >> - / ^'.split()
_nb_ops = [('', sign) for sign in _signs] + [('', sign + '=') for sign in _signs]
_intrinsic_1_descs = ['INTRINSIC_' + name for name in ('1_INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR '
                                                       'PARAMSPEC TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS').split()]
_intrinsic_2_descs = ['INTRINSIC_' + name for name in ('2_INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS').split()]
`;

/** dis up to 3.12. */
export const disOldSource = () => String.raw`
"""Disassembler of Python byte code into mnemonics."""
import sys
import types
from collections import namedtuple
import io
from opcode import *
from opcode import __all__ as _opcode_names, _cache_format, _inline_cache_entries, _nb_ops
from opcode import _intrinsic_1_descs, _intrinsic_2_descs

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions', 'Instruction', 'Bytecode',
           *_opcode_names]
_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
COMPILER_FLAG_NAMES = {1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE', 128: 'COROUTINE',
                       256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}
_IS_311 = sys.version_info < (3, 12)
FORMAT_VALUE_CONVERTERS = ((None, ''), (str, 'str'), (repr, 'repr'), (ascii, 'ascii'))
MAKE_FUNCTION_FLAGS = ('defaults', 'kwdefaults', 'annotations', 'closure')
_OPNAME_WIDTH, _OPARG_WIDTH = 20, 5


class _Unknown:
    def __repr__(self):
        return '<unknown>'


UNKNOWN = _Unknown()
_ExceptionTableEntry = namedtuple('_ExceptionTableEntry', 'start end target depth lasti')


def _try_compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False):
    """Disassemble classes, methods, functions, and other compiled objects."""
    options = dict(file=file, depth=depth, show_caches=show_caches)
    if x is None:
        distb(file=file, show_caches=show_caches, adaptive=adaptive)
        return
    if hasattr(x, '__func__'):
        x = x.__func__
    for name in ('__code__', 'gi_code', 'ag_code', 'cr_code'):
        if hasattr(x, name):
            x = getattr(x, name)
            break
    if hasattr(x, '__dict__'):
        for name, value in sorted(x.__dict__.items()):
            if isinstance(value, _have_code):
                print('Disassembly of %s:' % name, file=file)
                try:
                    dis(value, **options)
                except TypeError as message:
                    print('Sorry:', message, file=file)
                print(file=file)
    elif hasattr(x, 'co_code'):
        _recursive(x, **options)
    elif isinstance(x, (bytes, bytearray)):
        _print_all(bytes(x), None, -1, {}, (), file, 0, show_caches)
    elif isinstance(x, str):
        _recursive(_try_compile(x, '<dis>'), **options)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False):
    """Disassemble a traceback (default: last traceback)."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive)


${disCommon()}


class Instruction(namedtuple('_Instruction', 'opname opcode arg argval argrepr offset starts_line is_jump_target positions', defaults=[None])):
    """Details for a bytecode operation."""

    def _disassemble(self, lineno_width=3, mark_as_current=False, offset_width=4):
        fields = []
        if lineno_width:
            fields.append(('' if self.starts_line is None else str(self.starts_line)).rjust(lineno_width))
        fields += ['-->' if mark_as_current else '   ', '>>' if self.is_jump_target else '  ', repr(self.offset).rjust(offset_width),
                   self.opname.ljust(_OPNAME_WIDTH)]
        if self.arg is not None:
            fields.append(repr(self.arg).rjust(_OPARG_WIDTH))
            if self.argrepr:
                fields.append('(' + self.argrepr + ')')
        return ' '.join(fields).rstrip()


Instruction.__module__ = 'dis'


def _unpack(code):
    """(offset, opcode, argument) of each instruction."""
    extended, skip = 0, 0
    for i in range(0, len(code), 2):
        if skip:
            skip -= 1
            continue
        op = code[i]
        skip = _inline_cache_entries.get(opname[op], 0)
        arg = code[i + 1] | extended if op >= HAVE_ARGUMENT else None
        extended = arg << 8 if op == EXTENDED_ARG else 0
        yield i, op, arg


def _target(op, arg, offset):
    if op not in hasjrel or arg is None:
        return None
    distance = -arg if 'JUMP_BACKWARD' in opname[op] else arg
    return offset + 2 + 2 * (_inline_cache_entries.get(opname[op], 0) + distance)


def findlabels(code):
    """Detect all offsets in a byte code which are jump targets."""
    labels = []
    for offset, op, arg in _unpack(code):
        label = _target(op, arg, offset)
        if label is not None and label not in labels:
            labels.append(label)
    return labels


def findlinestarts(code):
    """Find the offsets in a byte code which are start of lines in the source."""
    last = None
    for start, end, line in code.co_lines():
        if line is not None and line != last:
            last = line
            yield start, line


class _Names:
    """What arguments mean."""

    def __init__(self, co):
        self.co = co
        self.locals = None if co is None else (*co.co_varnames, *(name for name in co.co_cellvars if name not in co.co_varnames), *co.co_freevars)

    def _name(self, index):
        return (UNKNOWN, '') if self.co is None else (self.co.co_names[index],) * 2

    def meaning(self, op, arg, offset):
        name = opname[op]
        if op in hasconst:
            if self.co is None or _IS_311 and name == 'KW_NAMES':
                return UNKNOWN, ''
            return self.co.co_consts[arg], repr(self.co.co_consts[arg])
        if op in hasname:
            shift, extra = {'LOAD_GLOBAL': (1, 'NULL + '), 'LOAD_ATTR': (0 if _IS_311 else 1, 'NULL|self + '), 'LOAD_SUPER_ATTR': (2, 'NULL|self + ')}.get(name, (0, ''))
            value, text = self._name(arg >> shift)
            return value, extra + text if shift and arg & 1 and text else text
        if op in hasjrel:
            place = _target(op, arg, offset)
            return place, f'to {place!r}'
        if op in haslocal or op in hasfree:
            return (UNKNOWN, '') if self.co is None else (self.locals[arg],) * 2
        if op in hascompare:
            return (cmp_op[arg if _IS_311 else arg >> 4],) * 2
        if name == 'FORMAT_VALUE':
            value, text = FORMAT_VALUE_CONVERTERS[arg & 3]
            if arg & 4:
                text += ', with format' if text else 'with format'
            return (value, bool(arg & 4)), text
        if name == 'MAKE_FUNCTION':
            return arg, ', '.join([text for i, text in enumerate(MAKE_FUNCTION_FLAGS) if arg & 1 << i])
        if name == 'BINARY_OP':
            return arg, _nb_ops[arg][1]
        if name == 'CALL_INTRINSIC_1':
            return arg, _intrinsic_1_descs[arg]
        if name == 'CALL_INTRINSIC_2':
            return arg, _intrinsic_2_descs[arg]
        return arg, ''


def _decode(code, co, starts, entries=(), line_offset=0, show_caches=False):
    """The instructions of a code object, or of bare bytes."""
    labels = set(findlabels(code))
    for entry in entries:
        if entry.start < entry.end:
            labels.add(entry.target)
    names = _Names(co)
    places = None if co is None else [Positions(*place) for place in co.co_positions()]
    for offset, op, arg in _unpack(code):
        value, text = (None, '') if arg is None else names.meaning(op, arg, offset)
        line = starts.get(offset)
        yield Instruction(opname[op], op, arg, value, text, offset, None if line is None else line + line_offset, offset in labels,
                          places[offset // 2] if places else Positions())
        if not show_caches:
            continue
        at = offset
        for name, size in _cache_format.get(opname[op], {}).items():
            for i in range(size):
                at += 2
                text = '' if i else f"{name}: {int.from_bytes(code[at:at + 2 * size], sys.byteorder)}"
                yield Instruction('CACHE', 0, 0, None, text, at, None, False, places[at // 2] if places else Positions())


def get_instructions(x, *, first_line=None, show_caches=False, adaptive=False):
    """Iterator for the opcodes in methods, functions or code"""
    co = _code_of(x)
    return _decode(co.co_code, co, dict(findlinestarts(co)), (), 0 if first_line is None else first_line - co.co_firstlineno, show_caches)


def _print_all(code, co, lasti, starts, entries, file, line_offset, show_caches):
    line_width = 0
    if starts:
        last = max(starts.values()) + line_offset
        line_width = len(str(last)) if last >= 1000 else 3
    offset_width = len(str(len(code) - 2)) if len(code) - 2 >= 10000 else 4
    for instr in _decode(code, co, starts, entries, line_offset, show_caches):
        if starts and instr.starts_line is not None and instr.offset > 0:
            print(file=file)
        if show_caches:
            current = instr.offset == lasti
        else:
            current = instr.offset <= lasti <= instr.offset + 2 * _inline_cache_entries.get(instr.opname, 0)
        print(instr._disassemble(line_width, current, offset_width), file=file)
    if entries:
        print('ExceptionTable:', file=file)
        for entry in entries:
            print(f"  {entry.start} to {entry.end - 2} -> {entry.target} [{entry.depth}]{' lasti' if entry.lasti else ''}", file=file)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False):
    """Disassemble a code object."""
    _print_all(co.co_code, co, lasti, dict(findlinestarts(co)), _exception_entries(co), file, 0, show_caches)


disco = disassemble


def _recursive(co, *, file=None, depth=None, show_caches=False):
    disassemble(co, file=file, show_caches=show_caches)
    if depth is None or depth > 0:
        if depth is not None:
            depth -= 1
        for value in co.co_consts:
            if hasattr(value, 'co_code'):
                print(file=file)
                print('Disassembly of %r:' % (value,), file=file)
                _recursive(value, file=file, depth=depth, show_caches=show_caches)


class Bytecode:
    """The bytecode operations of a piece of code"""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False):
        self.codeobj = co = _code_of(x)
        self.first_line = co.co_firstlineno if first_line is None else first_line
        self._line_offset = self.first_line - co.co_firstlineno
        self._linestarts = dict(findlinestarts(co))
        self._original_object = x
        self.current_offset = current_offset
        self.exception_entries = _exception_entries(co)
        self.show_caches = show_caches
        self.adaptive = adaptive

    def __iter__(self):
        return _decode(self.codeobj.co_code, self.codeobj, self._linestarts, self.exception_entries, self._line_offset, self.show_caches)

    def __repr__(self):
        return '{}({!r})'.format(self.__class__.__name__, self._original_object)

    @classmethod
    def from_traceback(cls, tb, *, show_caches=False, adaptive=False):
        """Construct a Bytecode from the given traceback"""
        while tb.tb_next:
            tb = tb.tb_next
        return cls(tb.tb_frame.f_code, current_offset=tb.tb_lasti, show_caches=show_caches, adaptive=adaptive)

    def info(self):
        """Return formatted information about the code object."""
        return code_info(self.codeobj)

    def dis(self):
        """Return a formatted view of the bytecode operations."""
        out = io.StringIO()
        _print_all(self.codeobj.co_code, self.codeobj, -1 if self.current_offset is None else self.current_offset, self._linestarts, self.exception_entries, out,
                   self._line_offset, self.show_caches)
        return out.getvalue()


Bytecode.__module__ = 'dis'
`;
