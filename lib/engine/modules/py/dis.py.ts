// dis and opcode: behave as Lib/dis.py and Lib/opcode.py of CPython 3.13, 3.14 and 3.15; written for the engine. Those of 3.11 and 3.12 are in dis-old.py.ts.
import { disCommon } from './dis-common.py.ts';

/** opcode */
export const opcodeSource = () => String.raw`
"""opcode module - potentially shared between dis and other modules which operate on bytecodes."""
import sys as _sys

if _sys.version_info < (3, 13):
    import _raw_memory
    _raw_memory.refuse('Bytecode listings (dis, opcode) are simulated for Python 3.13 and later only.')

__all__ = ['cmp_op', 'stack_effect', 'hascompare', 'opname', 'opmap', 'HAVE_ARGUMENT', 'EXTENDED_ARG', 'hasarg', 'hasconst', 'hasname', 'hasjump',
           'hasjrel', 'hasjabs', 'hasfree', 'haslocal', 'hasexc']
from _opcode import stack_effect, table as _table

cmp_op = ('<', '<=', '==', '!=', '>', '>=')
_table, _caches, HAVE_ARGUMENT = _table()
opmap = {}
_number = 0
for _word in _table.split():
    if _word.isdigit():
        _number = int(_word)
    else:
        opmap[_word] = _number
        _number += 1
opname = ['<%r>' % (number,) for number in range(max(opmap.values()) + 1)]
for _word, _number in opmap.items():
    opname[_number] = _word
EXTENDED_ARG = opmap['EXTENDED_ARG']
def _numbers(names):
    return sorted(opmap[name] for name in names.split() if name in opmap)


_since_314 = _sys.version_info >= (3, 14)
_without_arg = _numbers('RESERVED CACHE INSTRUMENTED_LINE INSTRUMENTED_END_FOR INSTRUMENTED_POP_ITER INSTRUMENTED_END_SEND INSTRUMENTED_INSTRUCTION '
                        'INSTRUMENTED_NOT_TAKEN INSTRUMENTED_RETURN_VALUE INSTRUMENTED_CALL_FUNCTION_EX POP_BLOCK ANNOTATIONS_PLACEHOLDER')
_first = _numbers('RESUME' + ' ENTER_EXECUTOR TRACE_RECORD' * _since_314)
hasarg = sorted([number for number in opmap.values() if number > HAVE_ARGUMENT and number not in _without_arg], key=lambda number: (number not in _first, number))
hasconst = _numbers('LOAD_CONST RETURN_CONST INSTRUMENTED_RETURN_CONST')
hasname = _numbers('DELETE_ATTR DELETE_GLOBAL DELETE_NAME IMPORT_FROM IMPORT_NAME LOAD_ATTR LOAD_FROM_DICT_OR_GLOBALS LOAD_GLOBAL LOAD_NAME LOAD_SUPER_ATTR '
                   'STORE_ATTR STORE_GLOBAL STORE_NAME LOAD_METHOD LOAD_SUPER_METHOD LOAD_ZERO_SUPER_ATTR LOAD_ZERO_SUPER_METHOD'
                   + ' INSTRUMENTED_LOAD_SUPER_ATTR' * _since_314)
hasjump = _numbers('FOR_ITER JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT JUMP_FORWARD POP_JUMP_IF_FALSE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE POP_JUMP_IF_TRUE SEND '
                   'JUMP JUMP_NO_INTERRUPT' + ' END_ASYNC_FOR INSTRUMENTED_FOR_ITER INSTRUMENTED_END_ASYNC_FOR JUMP_IF_FALSE JUMP_IF_TRUE' * _since_314)
hasjrel = hasjump
hasjabs = []
haslocal = _numbers('DELETE_FAST LOAD_FAST LOAD_FAST_AND_CLEAR LOAD_FAST_BORROW LOAD_FAST_BORROW_LOAD_FAST_BORROW LOAD_FAST_CHECK LOAD_FAST_LOAD_FAST '
                    'STORE_FAST STORE_FAST_LOAD_FAST STORE_FAST_STORE_FAST LOAD_CLOSURE STORE_FAST_MAYBE_NULL' + ' LOAD_DEREF' * _since_314)
hasfree = _numbers('DELETE_DEREF LOAD_FROM_DICT_OR_DEREF MAKE_CELL STORE_DEREF' + ' LOAD_DEREF' * (not _since_314))
hascompare = [opmap['COMPARE_OP']]
hasexc = _numbers('SETUP_CLEANUP SETUP_FINALLY SETUP_WITH')
_cache_format = {}
for _entry in _caches.split(';'):
    _word, *_fields = _entry.split()
    _cache_format[_word] = {_field.partition(':')[0]: int(_field.partition(':')[2] or 1) for _field in _fields}
_inline_cache_entries = {name: sum(parts.values()) for name, parts in _cache_format.items()}
_signs = '+ & // << @ * % | ** >> - / ^'.split()
_nb_ops = [('', sign) for sign in _signs] + [('', sign + '=') for sign in _signs] + [('', '[]')] * _since_314
_special_method_names = ['__enter__', '__exit__', '__aenter__', '__aexit__']
_common_constants = [AssertionError, NotImplementedError, tuple, all, any]
if _sys.version_info >= (3, 15):
    _common_constants += [list, set, None, '', True, False, -1]
_intrinsic_1_descs = ['INTRINSIC_' + name for name in ('1_INVALID PRINT IMPORT_STAR STOPITERATION_ERROR ASYNC_GEN_WRAP UNARY_POSITIVE LIST_TO_TUPLE TYPEVAR '
                                                       'PARAMSPEC TYPEVARTUPLE SUBSCRIPT_GENERIC TYPEALIAS').split()]
_intrinsic_2_descs = ['INTRINSIC_' + name for name in ('2_INVALID PREP_RERAISE_STAR TYPEVAR_WITH_BOUND TYPEVAR_WITH_CONSTRAINTS SET_FUNCTION_TYPE_PARAMS '
                                                       'SET_TYPEPARAM_DEFAULT').split()]
`;

/** dis */
export const disSource = () => String.raw`
"""Disassembler of Python byte code into mnemonics."""
import sys
import types
from collections import namedtuple
import io
from opcode import *
from opcode import (__all__ as _opcode_names, _cache_format, _inline_cache_entries, _nb_ops, _intrinsic_1_descs, _intrinsic_2_descs, _special_method_names,
                    _common_constants)

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions', 'Instruction', 'Bytecode',
           *_opcode_names]
_have_code = (types.MethodType, types.FunctionType, types.CodeType, classmethod, staticmethod, type)
COMPILER_FLAG_NAMES = {1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE', 128: 'COROUTINE',
                       256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}
if sys.version_info >= (3, 14):
    COMPILER_FLAG_NAMES |= {0x4000000: 'HAS_DOCSTRING', 0x8000000: 'METHOD'}
_ATTRIBUTES = ('defaults', 'kwdefaults', 'annotations', 'closure') + ('annotate',) * (sys.version_info >= (3, 14))
_OPNAME_WIDTH, _OPARG_WIDTH = 20, 5
_PAIRS = ('LOAD_FAST_LOAD_FAST', 'LOAD_FAST_BORROW_LOAD_FAST_BORROW', 'STORE_FAST_LOAD_FAST', 'STORE_FAST_STORE_FAST')


class _Unknown:
    def __repr__(self):
        return '<unknown>'


UNKNOWN = _Unknown()
_NO_LINENO = '  --'
_ExceptionTableEntry = namedtuple('_ExceptionTableEntry', 'start end target depth lasti')


def _try_compile(source, name):
    try:
        return compile(source, name, 'eval')
    except SyntaxError:
        return compile(source, name, 'exec')


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    """Disassemble classes, methods, functions, and other compiled objects."""
    options = dict(file=file, depth=depth, show_caches=show_caches, show_offsets=show_offsets)
    if x is None:
        distb(file=file, show_caches=show_caches, adaptive=adaptive, show_offsets=show_offsets)
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
        _print_all(_decode(bytes(x), None), 0, Formatter(file, 0, _label_width(_labels(bytes(x), [])), _offset_width(x, show_offsets), show_caches), [])
    elif isinstance(x, str):
        _recursive(_try_compile(x, '<dis>'), **options)
    else:
        raise TypeError("don't know how to disassemble %s objects" % type(x).__name__)


def distb(tb=None, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Disassemble a traceback (default: last traceback)."""
    if tb is None:
        try:
            tb = sys.last_exc.__traceback__ if hasattr(sys, 'last_exc') else sys.last_traceback
        except AttributeError:
            raise RuntimeError('no last traceback to disassemble') from None
        while tb.tb_next:
            tb = tb.tb_next
    disassemble(tb.tb_frame.f_code, tb.tb_lasti, file=file, show_caches=show_caches, adaptive=adaptive, show_offsets=show_offsets)


${disCommon()}


class Instruction(namedtuple('Instruction', 'opname opcode arg argval argrepr offset start_offset starts_line line_number label positions cache_info',
                             defaults=[None, None, None])):
    """Details for a bytecode operation."""

    @property
    def oparg(self):
        """Alias for Instruction.arg."""
        return self.arg

    @property
    def baseopcode(self):
        """Numeric code for the base operation if operation is specialized."""
        return self.opcode

    @property
    def baseopname(self):
        """Human readable name for the base operation if operation is specialized."""
        return self.opname

    @property
    def cache_offset(self):
        """Start index of the cache entries following the operation."""
        return self.offset + 2

    @property
    def end_offset(self):
        """End index of the cache entries following the operation."""
        return self.cache_offset + _inline_cache_entries.get(self.opname, 0) * 2

    @property
    def jump_target(self):
        """Bytecode index of the jump target if this is a jump operation."""
        return _target(self.opcode, self.arg, self.offset)

    @property
    def is_jump_target(self):
        """True if other code jumps to here, otherwise False"""
        return self.label is not None

    def __str__(self):
        out = io.StringIO()
        Formatter(out).print_instruction(self, False)
        return out.getvalue()


class Formatter:
    def __init__(self, file=None, lineno_width=0, label_width=0, offset_width=0, show_caches=False, line_offset=0):
        self.file = file
        self.lineno_width = lineno_width
        self.label_width = label_width
        self.offset_width = offset_width
        self.show_caches = show_caches

    def print_instruction(self, instr, mark_as_current=False):
        if self.lineno_width > 0 and instr.starts_line and instr.offset > 0:
            print(file=self.file)
        self._line(instr, mark_as_current)
        if self.show_caches and instr.cache_info:
            offset = instr.offset
            for name, size, data in instr.cache_info:
                for i in range(size):
                    offset += 2
                    shown = f'{name}: {int.from_bytes(data, sys.byteorder)}' if i == 0 else ''
                    self._line(Instruction('CACHE', 0, 0, None, shown, offset, offset, False, None, None, instr.positions), False)

    def _line(self, instr, mark_as_current):
        fields = []
        if self.lineno_width:
            line = ''
            if instr.starts_line:
                line = _NO_LINENO if instr.line_number is None else str(instr.line_number)
            fields.append(line.rjust(self.lineno_width))
        fields.append(('' if instr.label is None else f'L{instr.label}:').rjust(self.label_width))
        if self.offset_width:
            fields.append(repr(instr.offset).rjust(self.offset_width) + ' ')
        fields.append('-->' if mark_as_current else '   ')
        fields.append(instr.opname.ljust(_OPNAME_WIDTH))
        if instr.arg is not None:
            fields.append(repr(instr.arg).rjust(_OPARG_WIDTH - max(0, len(instr.opname) - _OPNAME_WIDTH)))
            if instr.argrepr:
                fields.append(f'({instr.argrepr})')
        print(' '.join(fields).rstrip(), file=self.file)

    def print_exception_table(self, exception_entries):
        if exception_entries:
            print('ExceptionTable:', file=self.file)
            for entry in exception_entries:
                start, end, target = [f'L{self.labels[place]}' for place in (entry.start, entry.end, entry.target)]
                print(f"  {start} to {end} -> {target} [{entry.depth}]{' lasti' if entry.lasti else ''}", file=self.file)


def _unpack(code):
    """(offset, start offset, opcode, argument) of each instruction."""
    extended, prefixes, skip = 0, 0, 0
    for i in range(0, len(code), 2):
        if skip:
            skip -= 1
            continue
        op = code[i]
        skip = _inline_cache_entries.get(opname[op], 0)
        arg = code[i + 1] | extended if op in _has_arg else None
        extended = arg << 8 if op == EXTENDED_ARG else 0
        if op == EXTENDED_ARG:
            yield i, i, op, arg
            prefixes += 1
        else:
            yield i, i - prefixes * 2, op, arg
            prefixes = 0


_has_arg = frozenset(hasarg)


def _target(op, arg, offset):
    if op not in hasjump or arg is None:
        return None
    distance = -arg if 'BACKWARD' in opname[op] or opname[op] == 'END_ASYNC_FOR' else arg
    return offset + 2 + 2 * (_inline_cache_entries.get(opname[op], 0) + distance)


def findlabels(code):
    """Detect all offsets in a byte code which are jump targets."""
    labels = []
    for offset, _, op, arg in _unpack(code):
        label = _target(op, arg, offset)
        if label is not None and label not in labels:
            labels.append(label)
    return labels


def findlinestarts(code):
    """Find the offsets in a byte code which are start of lines in the source."""
    last = False
    for start, end, line in code.co_lines():
        if line is not last:
            last = line
            yield start, line


def _labels(code, entries):
    places = set(findlabels(code))
    for entry in entries:
        places.update((entry.start, entry.end, entry.target))
    return {place: i for i, place in enumerate(sorted(places), 1)}


class _Names:
    """What arguments mean."""

    def __init__(self, co, labels):
        self.co = co
        self.labels = labels
        self.locals = None if co is None else (*co.co_varnames, *(name for name in co.co_cellvars if name not in co.co_varnames), *co.co_freevars)

    def _name(self, index):
        return (UNKNOWN, '') if self.co is None else (self.co.co_names[index],) * 2

    def _local(self, index):
        return (index, '') if self.co is None else (self.locals[index],) * 2

    def meaning(self, op, arg, offset):
        name = opname[op]
        if op in hasconst:
            if self.co is None:
                return UNKNOWN, ''
            return self.co.co_consts[arg], repr(self.co.co_consts[arg])
        if op in hasname:
            shift, extra = {'LOAD_GLOBAL': (1, ' + NULL'), 'LOAD_ATTR': (1, ' + NULL|self'), 'LOAD_SUPER_ATTR': (2, ' + NULL|self')}.get(name, (0, ''))
            if name == 'IMPORT_NAME' and sys.version_info >= (3, 15):
                value, text = self._name(arg >> 2)
                return value, text + ('', ' + lazy', ' + eager', '')[arg & 3] if text else text
            value, text = self._name(arg >> shift)
            return value, text + extra if shift and arg & 1 and text else text
        if op in hasjump:
            place = _target(op, arg, offset)
            return place, f"{'from' if name == 'END_ASYNC_FOR' else 'to'} L{self.labels[place]}"
        if name in _PAIRS:
            (first, first_text), (second, second_text) = self._local(arg >> 4), self._local(arg & 15)
            return (first, second), first_text + ', ' + second_text
        if op in haslocal or op in hasfree:
            return self._local(arg)
        if op in hascompare:
            return cmp_op[arg >> 5], f'bool({cmp_op[arg >> 5]})' if arg & 16 else cmp_op[arg >> 5]
        if name == 'CONVERT_VALUE':
            return (None, str, repr, ascii)[arg], ('', 'str', 'repr', 'ascii')[arg]
        if name == 'SET_FUNCTION_ATTRIBUTE':
            return arg, ', '.join([text for i, text in enumerate(_ATTRIBUTES) if arg & 1 << i])
        if name == 'BINARY_OP':
            return arg, _nb_ops[arg][1]
        if name == 'LOAD_SPECIAL':
            return arg, _special_method_names[arg]
        if name == 'LOAD_COMMON_CONSTANT':
            value = _common_constants[arg]
            return value, value.__name__ if isinstance(value, type) else repr(value)
        if name in ('IS_OP', 'CONTAINS_OP') and sys.version_info >= (3, 14):
            return arg, (('is', 'is not'), ('in', 'not in'))[name == 'CONTAINS_OP'][arg]
        if name == 'CALL_INTRINSIC_1':
            return arg, _intrinsic_1_descs[arg]
        if name == 'CALL_INTRINSIC_2':
            return arg, _intrinsic_2_descs[arg]
        return arg, ''


def _decode(code, co, first_line=None, with_handlers=True):
    """The instructions of a code object, or of bare bytes; the labels are numbered with those of the exception table or without."""
    entries = _exception_entries(co) if co is not None and with_handlers else []
    labels = _labels(code, entries)
    names = _Names(co, labels)
    starts = {} if co is None else dict(findlinestarts(co))
    shift = 0 if first_line is None or co is None else first_line - co.co_firstlineno
    places = None if co is None else [Positions(*place) for place in co.co_positions()]
    line = None
    for offset, start, op, arg in _unpack(code):
        value, text = (None, '') if arg is None else names.meaning(op, arg, offset)
        begins = offset in starts
        if begins:
            line = starts[offset]
            if line is not None:
                line += shift
        caches, at = [], offset + 2
        for name, size in _cache_format.get(opname[op], {}).items():
            caches.append((name, size, code[at:at + 2 * size]))
            at += 2 * size
        yield Instruction(opname[op], op, arg, value, text, offset, start, begins, line, labels.get(offset), places[offset // 2] if places else Positions() if co is not None else None, caches or None)


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    """Iterator for the opcodes in methods, functions or code"""
    co = _code_of(x)
    return _decode(co.co_code, co, first_line, False)


def _line_width(starts):
    last = max([line for line in starts.values() if line], default=-1)
    if last == -1:
        return 0
    width = max(3, len(str(last)))
    return max(width, len(_NO_LINENO)) if None in starts.values() else width


def _label_width(labels):
    return 4 + len(str(len(labels)))


def _offset_width(code, wanted):
    return max(4, len(str(len(code) - 2))) if wanted else 0


def _print_all(instructions, lasti, formatter, entries):
    for instr in instructions:
        formatter.print_instruction(instr, False if lasti < 0 else instr.offset == lasti and lasti > 0 and instr.opname != 'CACHE')
    formatter.print_exception_table(entries)


def disassemble(co, lasti=-1, *, file=None, show_caches=False, adaptive=False, show_offsets=False):
    """Disassemble a code object."""
    _disassemble(co, lasti, file, show_caches, show_offsets)


disco = disassemble


def _disassemble(co, lasti, file, show_caches, show_offsets, first_line=None):
    code = co.co_code
    entries = _exception_entries(co)
    labels = _labels(code, entries)
    starts = {offset: line if line is None or first_line is None else line + first_line - co.co_firstlineno for offset, line in findlinestarts(co)}
    formatter = Formatter(file, _line_width(starts), _label_width(labels), _offset_width(code, show_offsets), show_caches)
    formatter.labels = labels
    for instr in _decode(code, co, first_line):
        current = lasti >= 0 and instr.offset <= lasti <= instr.offset + 2 * _inline_cache_entries.get(instr.opname, 0)
        formatter.print_instruction(instr, current)
    formatter.print_exception_table(entries)


def _recursive(co, *, file, depth, show_caches, show_offsets):
    _disassemble(co, -1, file, show_caches, show_offsets)
    if depth is None or depth > 0:
        if depth is not None:
            depth -= 1
        for value in co.co_consts:
            if hasattr(value, 'co_code'):
                print(file=file)
                print('Disassembly of %r:' % (value,), file=file)
                _recursive(value, file=file, depth=depth, show_caches=show_caches, show_offsets=show_offsets)


class Bytecode:
    """The bytecode operations of a piece of code"""

    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False):
        self.codeobj = _code_of(x)
        self.first_line = self.codeobj.co_firstlineno if first_line is None else first_line
        self._shown_line = first_line
        self._original_object = x
        self.current_offset = current_offset
        self.show_caches = show_caches
        self.show_offsets = show_offsets

    def __iter__(self):
        return _decode(self.codeobj.co_code, self.codeobj, self._shown_line)

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
        _disassemble(self.codeobj, -1 if self.current_offset is None else self.current_offset, out, self.show_caches, self.show_offsets, self._shown_line)
        return out.getvalue()


`;
