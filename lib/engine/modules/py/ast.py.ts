// ast: behaves as CPython 3.13's Lib/ast.py; written for the engine.
export default () => String.raw`
"""The ast module helps Python applications to process trees of the Python abstract syntax grammar."""
import sys
from _ast import *
from _ast import _singletons, PyCF_ONLY_AST, PyCF_TYPE_COMMENTS, PyCF_ALLOW_TOP_LEVEL_AWAIT, PyCF_OPTIMIZED_AST

_V = sys.version_info[:2]


def parse(source, filename='<unknown>', mode='exec', *, type_comments=False, feature_version=None, optimize=-1):
    'Parse the source into an AST node.'
    if type_comments or mode == 'func_type':
        raise NotImplementedError('type comments are not simulated')
    if isinstance(source, AST):
        return source
    return compile(source, filename, mode, PyCF_ONLY_AST)


def literal_eval(node_or_string):
    'Evaluate an expression node or a string containing only a Python expression.'
    if isinstance(node_or_string, str):
        node_or_string = parse(node_or_string.lstrip(' \t'), mode='eval').body
    elif isinstance(node_or_string, Expression):
        node_or_string = node_or_string.body
    return _literal(node_or_string)


def _refuse_literal(node):
    text = 'malformed node or string'
    if line := getattr(node, 'lineno', None):
        text += f' on line {line}'
    raise ValueError(text + f': {node!r}')


def _is_number(node):
    return isinstance(node, Constant) and type(node.value) in (int, float, complex)


def _number(node):
    if not _is_number(node):
        _refuse_literal(node)
    return node.value


def _signed(node):
    if isinstance(node, UnaryOp) and isinstance(node.op, (UAdd, USub)):
        if _V >= (3, 15) and not _is_number(node.operand):
            _refuse_literal(node)
        value = _number(node.operand)
        return +value if isinstance(node.op, UAdd) else -value
    return _number(node)


def _literal(node):
    if isinstance(node, Constant):
        return node.value
    if isinstance(node, Tuple):
        return tuple(map(_literal, node.elts))
    if isinstance(node, List):
        return list(map(_literal, node.elts))
    if isinstance(node, Set):
        return set(map(_literal, node.elts))
    if isinstance(node, Call) and isinstance(node.func, Name) and node.func.id == 'set' and node.args == node.keywords == []:
        return set()
    if isinstance(node, Dict):
        if len(node.keys) != len(node.values):
            _refuse_literal(node)
        return dict(zip(map(_literal, node.keys), map(_literal, node.values)))
    if isinstance(node, BinOp) and isinstance(node.op, (Add, Sub)):
        left, right = _signed(node.left), _number(node.right)
        if isinstance(left, (int, float)) and isinstance(right, complex):
            return left + right if isinstance(node.op, Add) else left - right
    return _signed(node)


def dump(node, annotate_fields=True, include_attributes=False, *, indent=None, show_empty=_V < (3, 13)):
    'Return a formatted dump of the tree in node.'
    if not isinstance(node, AST):
        raise TypeError('expected AST, got %r' % node.__class__.__name__)
    if indent is not None and not isinstance(indent, str):
        indent = ' ' * indent
    return _dump(node, 0, annotate_fields, include_attributes, indent, show_empty)[0]


def _dump(node, level, annotate, attributes, indent, show_empty):
    options = (annotate, attributes, indent, show_empty)
    if indent is not None:
        level += 1
        start, between = '\n' + indent * level, ',\n' + indent * level
    else:
        start, between = '', ', '
    if isinstance(node, list):
        if not node:
            return '[]', True
        return '[' + start + between.join(_dump(item, level, *options)[0] for item in node) + ']', False
    if not isinstance(node, AST):
        return repr(node), True
    cls = type(node)
    parts, held = [], []
    simple = True
    names = annotate
    for name in node._fields:
        try:
            value = getattr(node, name)
        except AttributeError:
            names = True
            continue
        if value is None and getattr(cls, name, ...) is None:
            names = True
            continue
        if not show_empty and _V >= (3, 15) and isinstance(value, Load):
            if not names:
                held.append(repr(value))
            continue
        if not show_empty and (value == [] or value is None and _V < (3, 14)):
            if value == []:
                kind = getattr(cls, '_field_types', {}).get(name, object)
                if getattr(kind, '__origin__', ...) is list:
                    if not names:
                        held.append('[]')
                    continue
            elif not names:
                held.append('None')
                continue
        if not names and held:
            parts += held
            held = []
        text, is_simple = _dump(value, level, *options)
        simple = simple and is_simple
        parts.append(f'{name}={text}' if names else text)
    if attributes and node._attributes:
        for name in node._attributes:
            try:
                value = getattr(node, name)
            except AttributeError:
                continue
            if value is None and getattr(cls, name, ...) is None:
                continue
            text, is_simple = _dump(value, level, *options)
            simple = simple and is_simple
            parts.append(f'{name}={text}')
    if simple and len(parts) <= 3:
        return f"{cls.__name__}({', '.join(parts)})", not parts
    return f'{cls.__name__}({start}{between.join(parts)})', False


def copy_location(new_node, old_node):
    'Copy source location from old_node to new_node if possible, and return new_node.'
    for name in ('lineno', 'col_offset', 'end_lineno', 'end_col_offset'):
        if name in old_node._attributes and name in new_node._attributes:
            value = getattr(old_node, name, None)
            if value is not None or hasattr(old_node, name) and name.startswith('end_'):
                setattr(new_node, name, value)
    return new_node


def fix_missing_locations(node):
    'Set missing location attributes recursively to those of the parent node.'
    def fix(node, line, column, end_line, end_column):
        if 'lineno' in node._attributes:
            if hasattr(node, 'lineno'):
                line = node.lineno
            else:
                node.lineno = line
        if 'end_lineno' in node._attributes:
            if getattr(node, 'end_lineno', None) is None:
                node.end_lineno = end_line
            else:
                end_line = node.end_lineno
        if 'col_offset' in node._attributes:
            if hasattr(node, 'col_offset'):
                column = node.col_offset
            else:
                node.col_offset = column
        if 'end_col_offset' in node._attributes:
            if getattr(node, 'end_col_offset', None) is None:
                node.end_col_offset = end_column
            else:
                end_column = node.end_col_offset
        for child in iter_child_nodes(node):
            fix(child, line, column, end_line, end_column)
    fix(node, 1, 0, 1, 0)
    return node


def increment_lineno(node, n=1):
    'Increment the line numbers of all nodes of the tree by n.'
    for child in walk(node):
        if isinstance(child, TypeIgnore):
            child.lineno = getattr(child, 'lineno', 0) + n
            continue
        if 'lineno' in child._attributes:
            child.lineno = getattr(child, 'lineno', 0) + n
        if 'end_lineno' in child._attributes and (end := getattr(child, 'end_lineno', 0)) is not None:
            child.end_lineno = end + n
    return node


def iter_fields(node):
    'Yield a tuple of (fieldname, value) for each field that is present on node.'
    for name in node._fields:
        try:
            yield name, getattr(node, name)
        except AttributeError:
            pass


def iter_child_nodes(node):
    'Yield all direct child nodes of node.'
    for _, value in iter_fields(node):
        if isinstance(value, AST):
            yield value
        elif isinstance(value, list):
            for item in value:
                if isinstance(item, AST):
                    yield item


def get_docstring(node, clean=True):
    'Return the docstring for the given node or None if no docstring can be found.'
    if not isinstance(node, (AsyncFunctionDef, FunctionDef, ClassDef, Module)):
        raise TypeError("%r can't have docstrings" % (node.__class__.__name__))
    if not (node.body and isinstance(node.body[0], Expr)):
        return None
    value = node.body[0].value
    if not (isinstance(value, Constant) and isinstance(value.value, str)):
        return None
    if clean:
        import inspect
        return inspect.cleandoc(value.value)
    return value.value


def _source_lines(source):
    lines, line = [], ''
    i = 0
    while i < len(source):
        char = source[i]
        i += 1
        line += char
        if char == '\r' and source[i:i + 1] == '\n':
            line += '\n'
            i += 1
        if char in '\r\n':
            lines.append(line)
            line = ''
    if line:
        lines.append(line)
    return lines


def get_source_segment(source, node, *, padded=False):
    'Get source code segment of the source that generated node.'
    try:
        if node.end_lineno is None or node.end_col_offset is None:
            return None
        first, last = node.lineno - 1, node.end_lineno - 1
        start, end = node.col_offset, node.end_col_offset
    except AttributeError:
        return None
    lines = _source_lines(source)
    if last == first:
        return lines[first].encode()[start:end].decode()
    head = lines[first].encode()
    padding = ''.join(char if char in '\f\t' else ' ' for char in head[:start].decode()) if padded else ''
    return ''.join([padding + head[start:].decode(), *lines[first + 1:last], lines[last].encode()[:end].decode()])


def walk(node):
    'Recursively yield all descendant nodes in the tree starting at node, in no specified order.'
    from collections import deque
    waiting = deque([node])
    while waiting:
        node = waiting.popleft()
        waiting.extend(iter_child_nodes(node))
        yield node


def compare(a, b, /, *, compare_attributes=False):
    'Recursively compares two ASTs.'
    def same(x, y):
        if isinstance(x, AST) and isinstance(y, AST):
            return compare(x, y, compare_attributes=compare_attributes)
        if isinstance(x, list) and isinstance(y, list):
            return len(x) == len(y) and all(map(same, x, y))
        return type(x) is type(y) and x == y
    if type(a) is not type(b):
        return False
    names = [*a._fields, *(a._attributes if compare_attributes else ())]
    return all(same(getattr(a, name, None), getattr(b, name, None)) for name in names)


class NodeVisitor(object):
    'A node visitor base class that walks the abstract syntax tree and calls a visitor function for every node found.'

    def visit(self, node):
        'Visit a node.'
        method = 'visit_' + node.__class__.__name__
        visitor = getattr(self, method, self.generic_visit)
        return visitor(node)

    def generic_visit(self, node):
        'Called if no explicit visitor function exists for a node.'
        for field, value in iter_fields(node):
            if isinstance(value, list):
                for item in value:
                    if isinstance(item, AST):
                        self.visit(item)
            elif isinstance(value, AST):
                self.visit(value)

    if _V < (3, 14):
        def visit_Constant(self, node):
            value = node.value
            name = next((name for kind, name in _OLD_NAMES if type(value) is kind), None)
            method = getattr(self, 'visit_' + name, None) if name is not None else None
            if method is not None:
                import warnings
                warnings.warn(f'visit_{name} is deprecated; add visit_Constant', DeprecationWarning, 2)
                return method(node)
            return self.generic_visit(node)


_OLD_NAMES = [(type(None), 'NameConstant'), (bool, 'NameConstant'), (int, 'Num'), (float, 'Num'), (complex, 'Num'), (str, 'Str'), (bytes, 'Bytes'),
              (type(...), 'Ellipsis')]


class NodeTransformer(NodeVisitor):
    'A NodeVisitor subclass that walks the abstract syntax tree and allows modification of nodes.'

    def generic_visit(self, node):
        for field, old in iter_fields(node):
            if isinstance(old, list):
                items = []
                for item in old:
                    if isinstance(item, AST):
                        item = self.visit(item)
                        if item is None:
                            continue
                        if not isinstance(item, AST):
                            items.extend(item)
                            continue
                    items.append(item)
                old[:] = items
            elif isinstance(old, AST):
                new = self.visit(old)
                if new is None:
                    delattr(node, field)
                else:
                    setattr(node, field, new)
        return node


if _V < (3, 14):
    class _OldMeta(type):
        def __instancecheck__(cls, instance):
            if _V >= (3, 12):
                import warnings
                warnings.warn(f'ast.{cls.__name__} is deprecated and will be removed in Python 3.14; use ast.Constant instead', DeprecationWarning, 2)
            return isinstance(instance, Constant) and type(instance.value) in cls._kinds

    def _old(name, kinds, fields):
        def __new__(cls, *args, **kwargs):
            return Constant(*args, **kwargs)
        return _OldMeta(name, (Constant,), {'_kinds': kinds, '_fields': fields, '__new__': __new__, '__module__': 'ast',
                                            '__doc__': 'Deprecated AST node class. Use ast.Constant instead'})

    Num, Str, Bytes = _old('Num', (int, float, complex), ('n',)), _old('Str', (str,), ('s',)), _old('Bytes', (bytes,), ('s',))
    NameConstant, Ellipsis = _old('NameConstant', (type(None), bool), ('value', 'kind')), _old('Ellipsis', (type(...),), ())
    Constant.n = Constant.s = property(lambda self: self.value, lambda self, value: setattr(self, 'value', value))


def unparse(ast_obj):
    'Return the source code of a tree.'
    import _ast_unparse
    return _ast_unparse.unparse(ast_obj)


class slice(AST):
    'Deprecated AST node class.'


class Index(slice):
    'Deprecated AST node class. Use the index value directly instead.'
    def __new__(cls, value, **kwargs):
        return value


class ExtSlice(slice):
    'Deprecated AST node class. Use ast.Tuple instead.'
    def __new__(cls, dims=(), **kwargs):
        return Tuple(list(dims), Load(), **kwargs)
`;
