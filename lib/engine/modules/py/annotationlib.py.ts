// annotationlib: behaves as CPython 3.14's Lib/annotationlib.py; written for the engine.
export default () => String.raw`
"""Annotations that are evaluated when somebody asks (PEP 649, PEP 749): formats, forward references, and who reads them."""
import builtins
import enum
import functools
import keyword
import sys
import types

__all__ = ['Format', 'ForwardRef', 'call_annotate_function', 'call_evaluate_function', 'get_annotate_from_class_namespace', 'get_annotations',
           'annotations_to_string', 'type_repr']


class _Later:
    """The module ast, imported when something of it is first needed: most programs never write an expression out."""

    def __getattr__(self, name):
        global ast
        import ast
        return getattr(ast, name)


ast = _Later()


class Format(enum.IntEnum):
    VALUE = 1
    VALUE_WITH_FAKE_GLOBALS = 2
    FORWARDREF = 3
    STRING = 4


_Template = types.TemplateType if hasattr(types, 'TemplateType') else type(t'')
_SHOWS_VALUES = sys.version_info >= (3, 15)
_UNSET = object()

# What a reference is made of. A _Name has the very same slots, so that it can become a ForwardRef where it is.
_SLOTS = ('__forward_is_argument__', '__forward_is_class__', '__forward_module__', '__weakref__', '__arg__', '__globals__', '__code__', '__ast_node__',
          '__cell__', '__owner__', '__names__', '__extra_names__', '__stringifier_dict__')


class ForwardRef:
    """A name or expression in an annotation that is not evaluated yet."""

    __slots__ = _SLOTS

    def __init__(self, arg, *, module=None, owner=None, is_argument=True, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f"Forward reference must be a string -- got {arg!r}")
        _fill(self, arg=arg, module=module, owner=owner, is_argument=is_argument, is_class=is_class)

    def __init_subclass__(cls, /, *args, **kwds):
        raise TypeError("Cannot subclass ForwardRef")

    @property
    def __forward_arg__(self):
        if self.__arg__ is None:
            self.__arg__ = ast.unparse(self.__ast_node__)
        return self.__arg__

    @property
    def __forward_code__(self):
        if self.__code__ is None:
            arg = self.__forward_arg__
            # "*tuple[int]" stands for an unpacked type: only a subscript may begin with a star.
            source = f'({arg},)[0]' if arg.startswith('*') else arg
            try:
                self.__code__ = compile(source, '<string>', 'eval')
            except SyntaxError:
                raise SyntaxError(f"Forward reference must be an expression -- got {arg!r}")
        return self.__code__

    @property
    def __resolved_str__(self):
        """The text, with what stands for a value in it written out."""
        arg = self.__forward_arg__
        if _SHOWS_VALUES:
            for name, value in (self.__extra_names__ or {}).items():
                arg = arg.replace(name, type_repr(value))
        return arg

    def evaluate(self, *, globals=None, locals=None, type_params=None, owner=None, format=Format.VALUE):
        """The value of the reference; with FORWARDREF, a reference where there is none."""
        if format == Format.STRING:
            return self.__resolved_str__
        if format not in (Format.VALUE, Format.FORWARDREF):
            raise NotImplementedError(format)
        if isinstance(self.__cell__, types.CellType):
            try:
                return self.__cell__.cell_contents
            except ValueError:
                pass
        if owner is None:
            owner = self.__owner__
        if globals is None:
            globals = self._globals_of(owner)
        locals = self._locals_of(owner, locals, type_params)
        arg = self.__forward_arg__
        if arg.isidentifier() and not keyword.iskeyword(arg):
            for names in (locals, globals, vars(builtins)):
                if arg in names:
                    return names[arg]
            if format == Format.FORWARDREF:
                return self
            raise NameError(f"name {arg!r} is not defined", name=arg)
        try:
            return eval(self.__forward_code__, globals, locals)
        except Exception:
            if format == Format.VALUE:
                raise
        names = _Names({**vars(builtins), **globals, **locals}, globals=globals, owner=owner, is_class=self.__forward_is_class__)
        try:
            value = eval(self.__forward_code__, globals, names)
        except Exception:
            return self
        names.become_references(self.__cell__)
        return value

    def _globals_of(self, owner):
        found = None
        if self.__forward_module__ is not None:
            found = getattr(sys.modules.get(self.__forward_module__), '__dict__', None)
        if found is None:
            found = self.__globals__
        if found is None and isinstance(owner, type):
            found = getattr(sys.modules.get(owner.__module__), '__dict__', None)
        elif found is None and isinstance(owner, types.ModuleType):
            found = vars(owner)
        elif found is None and callable(owner):
            found = getattr(owner, '__globals__', None)
        return {} if found is None else found

    def _locals_of(self, owner, given, type_params):
        if type_params is None and owner is not None:
            type_params = getattr(owner, '__type_params__', None)
        if given is None:
            names = dict(vars(owner)) if isinstance(owner, type) else {}
        elif type_params is not None or isinstance(self.__cell__, dict) or self.__extra_names__:
            names = dict(given)
        else:
            names = given
        for param in type_params or ():
            names.setdefault(param.__name__, param)
        if isinstance(self.__cell__, dict):
            for name, cell in self.__cell__.items():
                try:
                    names.setdefault(name, cell.cell_contents)
                except ValueError:
                    pass
        if self.__extra_names__:
            names.update(self.__extra_names__)
        return names

    def _evaluate(self, globalns, localns, type_params=_UNSET, *, recursive_guard):
        import typing
        return typing._eval_type(self, globalns, localns, () if type_params is _UNSET else type_params, recursive_guard=recursive_guard)

    def _identity(self):
        return (self.__forward_arg__, self.__forward_module__, id(self.__globals__), self.__forward_is_class__,
                tuple(sorted((name, id(cell)) for name, cell in self.__cell__.items())) if isinstance(self.__cell__, dict) else id(self.__cell__),
                id(self.__owner__), tuple(sorted((name, id(value)) for name, value in (self.__extra_names__ or {}).items())))

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self._identity() == other._identity()

    def __hash__(self):
        return hash(self._identity())

    def __or__(self, other):
        return types.UnionType[self, other]

    def __ror__(self, other):
        return types.UnionType[other, self]

    def __repr__(self):
        extra = ''
        if self.__forward_module__ is not None:
            extra += f', module={self.__forward_module__!r}'
        if self.__forward_is_class__:
            extra += ', is_class=True'
        if self.__owner__ is not None:
            extra += f', owner={self.__owner__!r}'
        return f'ForwardRef({self.__resolved_str__!r}{extra})'


def _fill(ref, *, arg=None, node=None, module=None, owner=None, is_argument=True, is_class=False, globals=None, cell=None, names=None, extra=None):
    ref.__arg__ = arg
    ref.__ast_node__ = node
    ref.__forward_module__ = module
    ref.__owner__ = owner
    ref.__forward_is_argument__ = is_argument
    ref.__forward_is_class__ = is_class
    ref.__globals__ = globals
    ref.__cell__ = cell
    ref.__names__ = names
    ref.__extra_names__ = extra
    ref.__code__ = None


class _Name:
    """Stands for a name that cannot be looked up yet, and for what is computed with it: every operation makes a larger expression."""

    __slots__ = _SLOTS

    def __init__(self, node, names, cell=None, extra=None):
        _fill(self, node=node, owner=names.owner, is_class=names.is_class, globals=names.globals, cell=cell, names=names, extra=extra)

    def _larger(self, node, *extras):
        extra = dict(self.__extra_names__ or {})
        for more in extras:
            extra.update(more or {})
        return self.__names__.made(_Name(node, self.__names__, extra=extra or None))

    def _as_node(self, value):
        """An expression for any value, and the names that it needs."""
        if isinstance(value, _Name):
            return value.__ast_node__, value.__extra_names__
        if value is None or value is ... or type(value) in (str, int, float, bool, complex):
            return ast.Constant(value), None
        if type(value) is slice:
            parts = [(None, None) if part is None else self._as_node(part) for part in (value.start, value.stop, value.step)]
            return ast.Slice(*(node for node, _ in parts)), _merged(extra for _, extra in parts)
        if type(value) is dict:
            keys = [self._as_node(key) for key in value]
            values = [self._as_node(item) for item in value.values()]
            return ast.Dict([node for node, _ in keys], [node for node, _ in values]), _merged(extra for _, extra in keys + values)
        shape = {list: ast.List, tuple: ast.Tuple, set: ast.Set}.get(type(value))
        if shape is not None:
            items = [self._as_node(item) for item in value]
            return shape([node for node, _ in items]), _merged(extra for _, extra in items)
        name = self.__names__.unique_name()
        return ast.Name(name), {name: value}

    def __getattr__(self, attr):
        return self._larger(ast.Attribute(self.__ast_node__, attr))

    def __getitem__(self, item):
        node, extra = self._as_node(item)
        return self._larger(ast.Subscript(self.__ast_node__, node), extra)

    def __call__(self, *args, **kwargs):
        positional = [self._as_node(arg) for arg in args]
        named = [(name, *self._as_node(value)) for name, value in kwargs.items()]
        node = ast.Call(self.__ast_node__, [node for node, _ in positional], [ast.keyword(name, node) for name, node, _ in named])
        return self._larger(node, *(extra for _, extra in positional), *(extra for _, _, extra in named))

    def __iter__(self):
        yield self._larger(ast.Starred(self.__ast_node__))

    def __repr__(self):
        return ast.unparse(self.__ast_node__)

    def __hash__(self):
        return id(self)

    def __format__(self, format_spec):
        raise TypeError("Cannot stringify annotation containing string formatting")

    def _binary(op, reflected=False):
        def method(self, other):
            node, extra = self._as_node(other)
            left, right = (node, self.__ast_node__) if reflected else (self.__ast_node__, node)
            return self._larger(ast.BinOp(left, getattr(ast, op)(), right), extra)
        return method

    def _comparison(op):
        def method(self, other):
            node, extra = self._as_node(other)
            return self._larger(ast.Compare(self.__ast_node__, [getattr(ast, op)()], [node]), extra)
        return method

    def _unary(op):
        return lambda self: self._larger(ast.UnaryOp(getattr(ast, op)(), self.__ast_node__))

    for _name, _op in {'add': 'Add', 'sub': 'Sub', 'mul': 'Mult', 'matmul': 'MatMult', 'truediv': 'Div', 'mod': 'Mod', 'lshift': 'LShift', 'rshift': 'RShift',
                       'or': 'BitOr', 'xor': 'BitXor', 'and': 'BitAnd', 'floordiv': 'FloorDiv', 'pow': 'Pow'}.items():
        locals()[f'__{_name}__'] = _binary(_op)
        locals()[f'__r{_name}__'] = _binary(_op, reflected=True)
    for _name, _op in {'lt': 'Lt', 'le': 'LtE', 'eq': 'Eq', 'ne': 'NotEq', 'gt': 'Gt', 'ge': 'GtE'}.items():
        locals()[f'__{_name}__'] = _comparison(_op)
    for _name, _op in {'invert': 'Invert', 'pos': 'UAdd', 'neg': 'USub'}.items():
        locals()[f'__{_name}__'] = _unary(_op)
    del _name, _op, _binary, _comparison, _unary


def _merged(extras):
    total = {}
    for extra in extras:
        total.update(extra or {})
    return total or None


class _Names(dict):
    """Globals that have every name: those that are missing stand for themselves."""

    def __init__(self, namespace, *, globals=None, owner=None, is_class=False):
        super().__init__(namespace)
        self.globals = globals
        self.owner = owner
        self.is_class = is_class
        self.pending = []
        self.last_number = 1

    def __missing__(self, key):
        return self.made(_Name(ast.Name(key), self))

    def made(self, name):
        self.pending.append(name)
        return name

    def unique_name(self):
        name = f'__annotationlib_name_{self.last_number}__'
        self.last_number += 1
        return name

    def become_references(self, cells):
        """What stood for names becomes ForwardRefs, where it is."""
        for name in self.pending:
            name.__class__ = ForwardRef
            name.__names__ = None
            if cells is not None and name.__cell__ is None:
                name.__cell__ = cells


def call_evaluate_function(evaluate, format, *, owner=None):
    """Calls an evaluate function (of a type alias, or of a bound or default of a type parameter) in a format."""
    return call_annotate_function(evaluate, format, owner=owner, _is_evaluate=True)


def call_annotate_function(annotate, format, *, owner=None, _is_evaluate=False):
    """Calls an annotate function in any format: where it knows only VALUE, its code runs with globals in which no name is missing."""
    if format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    try:
        return annotate(format)
    except NotImplementedError:
        pass
    is_class = isinstance(owner, type)
    if format == Format.STRING:
        names = _Names({}, owner=owner, is_class=is_class)
        function, _ = _with_globals(annotate, names, evaluating=False)
        found = function(Format.VALUE_WITH_FAKE_GLOBALS)
        return _text_of(found) if _is_evaluate else {key: _text_of(value) for key, value in found.items()}
    if format == Format.FORWARDREF:
        return _call_for_references(annotate, owner, is_class, _is_evaluate)
    if format == Format.VALUE:
        raise RuntimeError("annotate function does not support VALUE format")
    raise ValueError(f"Invalid format: {format!r}")


def _call_for_references(annotate, owner, is_class, is_evaluate):
    namespace = {**annotate.__builtins__, **annotate.__globals__}
    # First with the values that are there; if one of them does not bear what is done to it, without any.
    names = _Names(namespace, globals=annotate.__globals__, owner=owner, is_class=is_class)
    function, cells = _with_globals(annotate, names, evaluating=True)
    try:
        found = function(Format.VALUE_WITH_FAKE_GLOBALS)
    except Exception:
        pass
    else:
        names.become_references(cells)
        return found
    names = _Names({}, globals=annotate.__globals__, owner=owner, is_class=is_class)
    function, cells = _with_globals(annotate, names, evaluating=False)
    found = function(Format.VALUE_WITH_FAKE_GLOBALS)
    names.become_references(cells)
    evaluated = functools.partial(_evaluated, namespace)
    return evaluated(found) if is_evaluate else {key: evaluated(value) for key, value in found.items()}


def _evaluated(namespace, value):
    if not isinstance(value, ForwardRef):
        return value
    return value.evaluate(format=Format.FORWARDREF)


def _with_globals(annotate, names, *, evaluating):
    """The function with other globals; its empty cells (all of them unless evaluating) stand for their names."""
    cells = {}
    closure = []
    for cell, name in zip(annotate.__closure__ or (), annotate.__code__.co_freevars):
        cells[name] = cell
        if evaluating:
            try:
                cell.cell_contents
            except ValueError:
                cell = types.CellType(names.made(_Name(ast.Name(name), names, cell=cell)))
        elif name == '__classdict__':
            cell = types.CellType(names)
        else:
            cell = types.CellType(names.made(_Name(ast.Name(name), names, cell=cell)))
        closure.append(cell)
    if evaluating and names.is_class and '__classdict__' in cells:
        at = annotate.__code__.co_freevars.index('__classdict__')
        names.update(cells['__classdict__'].cell_contents)
        closure[at] = types.CellType(names)
    function = types.FunctionType(annotate.__code__, names, closure=tuple(closure) or None, argdefs=annotate.__defaults__, kwdefaults=annotate.__kwdefaults__)
    return function, cells or None


def _text_of(value):
    if value is ...:
        return '...'
    if isinstance(value, str):
        return value
    if isinstance(value, _Template):
        return type_repr(value)
    return repr(value)


def get_annotate_from_class_namespace(namespace):
    """The annotate function in the namespace of a class that is being made, or None."""
    try:
        return namespace['__annotate__']
    except KeyError:
        return namespace.get('__annotate_func__', None)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False, format=Format.VALUE):
    """The annotations of a function, class or module as a new dict."""
    if eval_str and format != Format.VALUE:
        raise ValueError("eval_str=True is only supported with format=Format.VALUE")
    if format == Format.VALUE:
        found = _dunder_annotations(obj)
        if found is None:
            found = _annotate_result(obj, format)
    elif format == Format.FORWARDREF:
        try:
            found = _dunder_annotations(obj)
        except Exception:
            found = None
        if found is not None:
            return dict(found)
        found = _annotate_result(obj, format)
        if found is None:
            found = _dunder_annotations(obj)
    elif format == Format.STRING:
        found = _annotate_result(obj, format)
        if found is not None:
            return dict(found)
        found = _dunder_annotations(obj)
        if found is not None:
            return annotations_to_string(found)
    elif format == Format.VALUE_WITH_FAKE_GLOBALS:
        raise ValueError("The VALUE_WITH_FAKE_GLOBALS format is for internal use only")
    else:
        raise ValueError(f"Unsupported format {format!r}")
    if found is None:
        if isinstance(obj, type) or callable(obj):
            return {}
        raise TypeError(f"{obj!r} does not have annotations")
    if not found:
        return {}
    if not eval_str:
        return dict(found)
    return _evaluated_strings(obj, found, globals, locals)


def _dunder_annotations(obj):
    if isinstance(obj, type):
        try:
            found = type.__dict__['__annotations__'].__get__(obj)
        except AttributeError:
            return None
    else:
        found = getattr(obj, '__annotations__', None)
    if found is not None and not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    return found


def _annotate_result(obj, format):
    annotate = getattr(obj, '__annotate__', None)
    if annotate is None:
        return None
    found = call_annotate_function(annotate, format, owner=obj)
    if not isinstance(found, dict):
        raise ValueError(f"{obj!r}.__annotate__ returned a non-dict")
    return found


def _evaluated_strings(obj, found, globals, locals):
    obj_globals = obj_locals = None
    unwrapped = None
    if isinstance(obj, type):
        obj_globals = getattr(sys.modules.get(getattr(obj, '__module__', None)), '__dict__', None)
        obj_locals = dict(vars(obj))
        unwrapped = obj
    elif isinstance(obj, types.ModuleType):
        obj_globals = getattr(obj, '__dict__', None)
    elif callable(obj):
        obj_globals = getattr(obj, '__globals__', None)
        unwrapped = obj
        while True:
            if hasattr(unwrapped, '__wrapped__'):
                unwrapped = unwrapped.__wrapped__
            elif isinstance(unwrapped, functools.partial):
                unwrapped = unwrapped.func
            else:
                break
        obj_globals = getattr(unwrapped, '__globals__', obj_globals)
    globals = obj_globals if globals is None else globals
    locals = obj_locals if locals is None else locals
    for param in getattr(unwrapped, '__type_params__', ()):
        locals = {} if locals is None else locals
        if param.__name__ not in locals:
            locals[param.__name__] = param
    return {key: eval(value, globals, locals) if isinstance(value, str) else value for key, value in found.items()}


def type_repr(value):
    """A value as it would be written in an annotation."""
    if isinstance(value, (type, types.FunctionType, types.BuiltinFunctionType)):
        if value.__module__ == 'builtins':
            return value.__qualname__
        return f'{value.__module__}.{value.__qualname__}'
    if isinstance(value, _Template):
        return f't{"".join(part if isinstance(part, str) else "{" + part.expression + "}" for part in value)!r}'
    if value is ...:
        return '...'
    return repr(value)


def annotations_to_string(annotations):
    """Annotations that are values as the STRING format would show them."""
    return {name: value if isinstance(value, str) else type_repr(value) for name, value in annotations.items()}
`;
