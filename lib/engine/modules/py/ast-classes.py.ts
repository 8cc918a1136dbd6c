// _ast: the node classes, made from the abstract grammar (CPython Parser/Python.asdl, which the documentation of ast prints); written for the engine.
export default () => String.raw`
from _ast_nodes import AST
import sys as _sys

PyCF_ALLOW_TOP_LEVEL_AWAIT = 8192
PyCF_ONLY_AST = 1024
PyCF_OPTIMIZED_AST = 33792
PyCF_TYPE_COMMENTS = 4096
_V = _sys.version_info[:2]

_PLACE = 'lineno col_offset end_lineno end_col_offset'
_FUNCTION = 'identifier name, arguments args, stmt* body, expr* decorator_list, expr? returns, string? type_comment'
_LOOP = 'expr target, expr iter, stmt* body, stmt* orelse, string? type_comment'
_PARAMS = ', type_param* type_params' if _V >= (3, 12) else ''
_LAZY = ', int? is_lazy' if _V >= (3, 15) else ''
_DEFAULT = ', expr? default_value' if _V >= (3, 13) else ''

# Base, whether its nodes have a place in the source, then 'Name(fields)' each.
_GRAMMAR = [
    ('mod', '', ['Module(stmt* body, type_ignore* type_ignores)', 'Interactive(stmt* body)', 'Expression(expr body)',
                 'FunctionType(expr* argtypes, expr returns)']),
    ('stmt', _PLACE, [
        'FunctionDef(' + _FUNCTION + _PARAMS + ')', 'AsyncFunctionDef(' + _FUNCTION + _PARAMS + ')',
        'ClassDef(identifier name, expr* bases, keyword* keywords, stmt* body, expr* decorator_list' + _PARAMS + ')',
        'Return(expr? value)', 'Delete(expr* targets)', 'Assign(expr* targets, expr value, string? type_comment)',
        *(['TypeAlias(expr name, type_param* type_params, expr value)'] if _PARAMS else []),
        'AugAssign(expr target, operator op, expr value)', 'AnnAssign(expr target, expr annotation, expr? value, int simple)',
        'For(' + _LOOP + ')', 'AsyncFor(' + _LOOP + ')', 'While(expr test, stmt* body, stmt* orelse)', 'If(expr test, stmt* body, stmt* orelse)',
        'With(withitem* items, stmt* body, string? type_comment)', 'AsyncWith(withitem* items, stmt* body, string? type_comment)',
        'Match(expr subject, match_case* cases)', 'Raise(expr? exc, expr? cause)',
        'Try(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)',
        'TryStar(stmt* body, excepthandler* handlers, stmt* orelse, stmt* finalbody)', 'Assert(expr test, expr? msg)',
        'Import(alias* names' + _LAZY + ')', 'ImportFrom(identifier? module, alias* names, int? level' + _LAZY + ')',
        'Global(identifier* names)', 'Nonlocal(identifier* names)', 'Expr(expr value)', 'Pass', 'Break', 'Continue']),
    ('expr', _PLACE, [
        'BoolOp(boolop op, expr* values)', 'NamedExpr(expr target, expr value)', 'BinOp(expr left, operator op, expr right)',
        'UnaryOp(unaryop op, expr operand)', 'Lambda(arguments args, expr body)', 'IfExp(expr test, expr body, expr orelse)',
        'Dict(expr?* keys, expr* values)' if _V >= (3, 14) else 'Dict(expr* keys, expr* values)', 'Set(expr* elts)',
        'ListComp(expr elt, comprehension* generators)', 'SetComp(expr elt, comprehension* generators)',
        'DictComp(expr key, expr? value, comprehension* generators)' if _V >= (3, 15) else 'DictComp(expr key, expr value, comprehension* generators)',
        'GeneratorExp(expr elt, comprehension* generators)', 'Await(expr value)', 'Yield(expr? value)', 'YieldFrom(expr value)',
        'Compare(expr left, cmpop* ops, expr* comparators)', 'Call(expr func, expr* args, keyword* keywords)',
        'FormattedValue(expr value, int conversion, expr? format_spec)',
        *(['Interpolation(expr value, constant str, int conversion, expr? format_spec)'] if _V >= (3, 14) else []), 'JoinedStr(expr* values)',
        *(['TemplateStr(expr* values)'] if _V >= (3, 14) else []),
        'Constant(constant value, string? kind)', 'Attribute(expr value, identifier attr, expr_context ctx)',
        'Subscript(expr value, expr slice, expr_context ctx)', 'Starred(expr value, expr_context ctx)',
        'Name(identifier id, expr_context ctx)', 'List(expr* elts, expr_context ctx)', 'Tuple(expr* elts, expr_context ctx)',
        'Slice(expr? lower, expr? upper, expr? step)']),
    ('expr_context', '', ['Load', 'Store', 'Del']),
    ('boolop', '', ['And', 'Or']),
    ('operator', '', 'Add Sub Mult MatMult Div Mod Pow LShift RShift BitOr BitXor BitAnd FloorDiv'.split()),
    ('unaryop', '', 'Invert Not UAdd USub'.split()),
    ('cmpop', '', 'Eq NotEq Lt LtE Gt GtE Is IsNot In NotIn'.split()),
    ('', '', ['comprehension(expr target, expr iter, expr* ifs, int is_async)']),
    ('excepthandler', _PLACE, ['ExceptHandler(expr? type, identifier? name, stmt* body)']),
    ('', '', ['arguments(arg* posonlyargs, arg* args, arg? vararg, arg* kwonlyargs, expr* kw_defaults, arg? kwarg, expr* defaults)']),
    ('', _PLACE, ['arg(identifier arg, expr? annotation, string? type_comment)', 'keyword(identifier? arg, expr value)',
                  'alias(identifier name, identifier? asname)']),
    ('', '', ['withitem(expr context_expr, expr? optional_vars)', 'match_case(pattern pattern, expr? guard, stmt* body)']),
    ('pattern', 'lineno col_offset end_lineno end_col_offset!', [
        'MatchValue(expr value)', 'MatchSingleton(constant value)', 'MatchSequence(pattern* patterns)',
        'MatchMapping(expr* keys, pattern* patterns, identifier? rest)',
        'MatchClass(expr cls, pattern* patterns, identifier* kwd_attrs, pattern* kwd_patterns)', 'MatchStar(identifier? name)',
        'MatchAs(pattern? pattern, identifier? name)', 'MatchOr(pattern* patterns)']),
    ('type_ignore', '', ['TypeIgnore(int lineno, string tag)']),
    *([('type_param', 'lineno col_offset end_lineno end_col_offset!', [
        'TypeVar(identifier name, expr? bound' + _DEFAULT + ')', 'ParamSpec(identifier name' + _DEFAULT + ')',
        'TypeVarTuple(identifier name' + _DEFAULT + ')'])] if _PARAMS else []),
]


def _init(self, /, *args, **kwargs):
    cls = type(self)
    fields = cls._fields
    if len(args) > len(fields):
        many = '' if len(fields) == 1 else 's'
        raise TypeError(f'{cls.__name__} constructor takes at most {len(fields)} positional argument{many}')
    for name, value in zip(fields, args):
        setattr(self, name, value)
    given = set(fields[:len(args)])
    for name, value in kwargs.items():
        if name in given:
            raise TypeError(f'{cls.__name__} got multiple values for argument {name!r}')
        if _V >= (3, 13) and name not in fields and name not in cls._attributes:
            _complain(f"{cls.__name__}.__init__ got an unexpected keyword argument '{name}'.",
                      'Support for arbitrary keyword arguments is deprecated and will be removed in Python 3.15.')
        setattr(self, name, value)
        given.add(name)
    if _V >= (3, 13):
        for name in fields:
            if name not in given:
                _supply(self, cls, name)


def _replace(self, /, **changes):
    allowed = (*self._fields, *self._attributes)
    for name in changes:
        if name not in allowed:
            raise TypeError(f'{type(self).__name__}.__replace__ got an unexpected keyword argument {name!r}.')
    return type(self)(**{**self.__dict__, **changes})


def _reduce(self):
    state, args = dict(self.__dict__), []
    if _V >= (3, 13):
        for name in self._fields:
            if name not in state:
                break
            args.append(state.pop(name))
    return type(self), tuple(args), state


def _repr(self):
    return _show(self, 3) if _V >= (3, 14) else object.__repr__(self)


def _complain(text, rest):
    if _V >= (3, 15):
        raise TypeError(text.rstrip('.'))
    import warnings
    warnings.warn(f'{text} {rest}', DeprecationWarning, stacklevel=3)


def _supply(self, cls, name):
    kind = getattr(cls, '_field_types', {}).get(name)
    if kind is None:
        return _complain(f"Field '{name}' is missing from {cls.__name__}._field_types.", 'This will become an error in Python 3.15.')
    if isinstance(kind, _ListType):
        setattr(self, name, [])
    elif kind is expr_context:
        setattr(self, name, _singletons['Load'])
    elif not isinstance(kind, _UnionType):
        _complain(f"{cls.__name__}.__init__ missing 1 required positional argument: '{name}'.", 'This will become an error in Python 3.15.')


def _show(node, depth):
    name = type(node).__name__
    if depth <= 0:
        return name + '(...)'
    parts = []
    for field in node._fields:
        value = getattr(node, field)
        if isinstance(value, list):
            shown = [_show(item, depth - 1) if isinstance(item, AST) else repr(item) for item in (value if len(value) < 3 else [value[0], value[-1]])]
            if len(value) > 2:
                shown.insert(1, '...')
            parts.append(f"{field}=[{', '.join(shown)}]")
        else:
            parts.append(field + '=' + (_show(value, depth - 1) if isinstance(value, AST) else repr(value)))
    return f"{name}({', '.join(parts)})"


_ListType = type(list[int])
_UnionType = type(int | None)
_types = {'identifier': str, 'string': str, 'int': int, 'constant': object}
_singletons = {}
_namespace = globals()


def _make(text, base, place):
    name, _, rest = text.partition('(')
    pairs = [part.split(' ') for part in rest[:-1].split(', ')] if rest else []
    fields = tuple(field for _, field in pairs)
    namespace = {'_fields': fields, '__match_args__': fields, '__module__': 'ast', '__doc__': text}
    for kind, field in pairs:
        if kind.endswith('?'):
            namespace[field] = None
    if place is not None:
        names = tuple(place.rstrip('!').split())
        namespace['_attributes'] = names
        if names and not place.endswith('!'):
            namespace.update(end_lineno=None, end_col_offset=None)
    cls = type(name, (base,), namespace)
    _namespace[name] = _types[name] = cls
    return cls, pairs


_made = []
for _base_name, _place, _nodes in _GRAMMAR:
    _base = AST
    if _base_name:
        _base, _ = _make(_base_name, AST, _place)
        _joined = ('\n' + ' ' * (len(_base_name) + 1) + '| ').join(_nodes)
        _base.__doc__ = f'{_base_name} = ' + (' | '.join(_nodes) if _base_name in ('expr_context', 'boolop', 'operator', 'unaryop', 'cmpop') else _joined)
    for _text in _nodes:
        _made.append(_make(_text, _base, None if _base_name else _place))
    if _base_name in ('expr_context', 'boolop', 'operator', 'unaryop', 'cmpop'):
        for _text in _nodes:
            _singletons[_text] = _namespace[_text]()
if _V >= (3, 13):
    for _cls, _pairs in _made:
        _cls._field_types = {}
        for _kind, _field in _pairs:
            _type = _types[_kind.rstrip('*?')]
            _cls._field_types[_field] = list[_type] if _kind.endswith('*') else _type | None if _kind.endswith('?') else _type
        _cls.__annotations__ = _cls._field_types
del _base_name, _place, _nodes, _base, _text
`;
