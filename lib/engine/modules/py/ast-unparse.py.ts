// The text of a tree, as CPython 3.13's ast.unparse writes it; written for the engine.
export default () => String.raw`
import ast
import sys

_V = sys.version_info[:2]
(NAMED, TUPLE, YIELD, TEST, OR, AND, NOT, CMP, BOR, BXOR, BAND, SHIFT, ARITH, TERM, FACTOR, POWER, AWAIT, ATOM) = range(18)
_BINARY = {'Add': ('+', ARITH), 'Sub': ('-', ARITH), 'Mult': ('*', TERM), 'MatMult': ('@', TERM), 'Div': ('/', TERM), 'Mod': ('%', TERM),
           'LShift': ('<<', SHIFT), 'RShift': ('>>', SHIFT), 'BitOr': ('|', BOR), 'BitXor': ('^', BXOR), 'BitAnd': ('&', BAND),
           'FloorDiv': ('//', TERM), 'Pow': ('**', POWER)}
_UNARY = {'Invert': ('~', FACTOR), 'Not': ('not ', NOT), 'UAdd': ('+', FACTOR), 'USub': ('-', FACTOR)}
_COMPARE = {'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=', 'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in'}
_SINGLE = ("'", '"')
_TRIPLE = ('"""', "'''")
_INFINITY = '1e309'


def unparse(tree):
    writer = _Writer()
    if isinstance(tree, list):
        for node in tree:
            writer.statement(node)
    elif isinstance(tree, ast.Module):
        writer.body(tree, writer.lines_of)
    elif isinstance(tree, ast.stmt):
        writer.statement(tree)
    elif isinstance(tree, ast.Interactive):
        for node in tree.body:
            writer.statement(node)
    elif isinstance(tree, ast.Expression):
        return expr(tree.body)
    else:
        return _part(tree)
    return '\n'.join(writer.lines)


def _part(node):
    if isinstance(node, ast.arguments):
        return _arguments(node)
    if isinstance(node, ast.pattern):
        return _pattern(node)
    if isinstance(node, ast.comprehension):
        return _clause(node)
    if isinstance(node, ast.withitem):
        return _withitem(node)
    if isinstance(node, ast.arg):
        return _arg(node)
    if isinstance(node, ast.keyword):
        return _keyword(node)
    if isinstance(node, ast.alias):
        return _alias(node)
    return expr(node)


def _in_parens(needed, text):
    return f'({text})' if needed else text


def expr(node, level=TEST):
    return globals()['_' + type(node).__name__](node, level)


def _list(nodes, level=TEST):
    return ', '.join([expr(node, level) for node in nodes])


def _Constant(node, level):
    value = node.value
    if isinstance(value, tuple):
        items = [_Constant(ast.Constant(item), TEST) for item in value]
        return '(' + ', '.join(items) + (',' if len(items) == 1 else '') + ')'
    if value is ...:
        return '...'
    if isinstance(value, (float, complex)):
        return repr(value).replace('inf', _INFINITY).replace('nan', f'({_INFINITY}-{_INFINITY})')
    return ('u' if node.kind == 'u' else '') + repr(value)


def _BoolOp(node, level):
    word, own = (' and ', AND) if isinstance(node.op, ast.And) else (' or ', OR)
    return _in_parens(level > own, word.join([expr(value, own + 1 + i) for i, value in enumerate(node.values)]))


def _NamedExpr(node, level):
    return _in_parens(level > NAMED, f'{expr(node.target, ATOM)} := {expr(node.value, ATOM)}')


def _BinOp(node, level):
    sign, own = _BINARY[type(node.op).__name__]
    right_first = own == POWER
    return _in_parens(level > own, f'{expr(node.left, own + right_first)} {sign} {expr(node.right, own + (not right_first))}')


def _UnaryOp(node, level):
    sign, own = _UNARY[type(node.op).__name__]
    return _in_parens(level > own, sign + expr(node.operand, own))


def _Lambda(node, level):
    arguments = _arguments(node.args)
    return _in_parens(level > TEST, f"lambda{' ' * bool(arguments)}{arguments}: {expr(node.body, TEST)}")


def _IfExp(node, level):
    return _in_parens(level > TEST, f'{expr(node.body, TEST + 1)} if {expr(node.test, TEST + 1)} else {expr(node.orelse, TEST)}')


def _Dict(node, level):
    pairs = [f'**{expr(value, BOR)}' if key is None else f'{expr(key)}: {expr(value)}' for key, value in zip(node.keys, node.values)]
    return '{' + ', '.join(pairs) + '}'


def _Set(node, level):
    return '{' + (_list(node.elts) if node.elts else '*()') + '}'


def _clause(node):
    ifs = ''.join([f' if {expr(test, TEST + 1)}' for test in node.ifs])
    return f"{' async' if node.is_async else ''} for {expr(node.target, TUPLE)} in {expr(node.iter, TEST + 1)}{ifs}"


def _clauses(node):
    return ''.join(map(_clause, node.generators))


def _ListComp(node, level):
    return f'[{expr(node.elt)}{_clauses(node)}]'


def _SetComp(node, level):
    return '{' + f'{expr(node.elt)}{_clauses(node)}' + '}'


def _GeneratorExp(node, level):
    return f'({expr(node.elt)}{_clauses(node)})'


def _DictComp(node, level):
    if node.value is None:
        return '{**' + f'{expr(node.key)}{_clauses(node)}' + '}'
    return '{' + f'{expr(node.key)}: {expr(node.value)}{_clauses(node)}' + '}'


def _Await(node, level):
    return _in_parens(level > AWAIT, 'await ' + expr(node.value, ATOM) if node.value else 'await')


def _Yield(node, level):
    return _in_parens(level > YIELD, 'yield ' + expr(node.value, ATOM) if node.value else 'yield')


def _YieldFrom(node, level):
    return _in_parens(level > YIELD, 'yield from ' + expr(node.value, ATOM))


def _Compare(node, level):
    parts = [expr(node.left, CMP + 1)]
    for operator, right in zip(node.ops, node.comparators):
        parts.append(f' {_COMPARE[type(operator).__name__]} {expr(right, CMP + 1)}')
    return _in_parens(level > CMP, ''.join(parts))


def _keyword(node):
    return ('**' if node.arg is None else node.arg + '=') + expr(node.value)


def _Call(node, level):
    return f"{expr(node.func, ATOM)}({', '.join([expr(arg) for arg in node.args] + [_keyword(word) for word in node.keywords])})"


def _Attribute(node, level):
    is_int = isinstance(node.value, ast.Constant) and isinstance(node.value.value, int)
    return f"{expr(node.value, ATOM)}{' ' * is_int}.{node.attr}"


def _Subscript(node, level):
    index = node.slice
    if isinstance(index, ast.Tuple) and index.elts:
        return f'{expr(node.value, ATOM)}[{_items(index.elts)}]'
    return f'{expr(node.value, ATOM)}[{expr(index)}]'


def _Starred(node, level):
    return '*' + expr(node.value, BOR)


def _Name(node, level):
    return node.id


def _List(node, level):
    return f'[{_list(node.elts)}]'


def _items(elts):
    return expr(elts[0]) + ',' if len(elts) == 1 else _list(elts)


def _Tuple(node, level):
    return _in_parens(not node.elts or level > TUPLE, _items(node.elts))


def _Slice(node, level):
    text = f"{expr(node.lower) if node.lower else ''}:{expr(node.upper) if node.upper else ''}"
    return f'{text}:{expr(node.step)}' if node.step else text


# --- strings that avoid backslashes ---------------------------------------------------------------------------------------------------


def _escaped(text, keep_lines):
    out = []
    for char in text:
        if keep_lines and char in '\n\t':
            out.append(char)
        elif char == '\\' or not char.isprintable():
            out.append(char.encode('unicode_escape').decode('ascii'))
        else:
            out.append(char)
    return ''.join(out)


def _literal(text, quotes, keep_lines=True):
    """The body of a string literal and the quotes that can stand around it, the best first."""
    body = _escaped(text, keep_lines)
    usable = [quote for quote in quotes if quote not in body and ('\n' not in body or quote in _TRIPLE)]
    if not usable:
        whole = repr(text)
        return whole[1:-1], [next((quote for quote in quotes if whole[0] in quote), whole[0])]
    if body:
        usable.sort(key=lambda quote: quote[0] == body[-1])
        if usable[0][0] == body[-1]:
            body = body[:-1] + '\\' + body[-1]
    return body, usable


def _docstring(node):
    body, quotes = _literal(node.value, _TRIPLE)
    return ('u' if node.kind == 'u' else '') + quotes[0] + body + quotes[0]


def _field(node, inner_spec):
    text = expr(node.value, TEST + 1)
    if isinstance(node, ast.AST) and type(node).__name__ == 'Interpolation' and node.str is not None:
        text = node.str if isinstance(node.str, str) else text
    if _V < (3, 12) and '\\' in text:
        raise ValueError('Unable to avoid backslash in f-string expression part')
    conversion = '' if node.conversion == -1 else '!' + chr(node.conversion)
    spec = ':' + inner_spec(node.format_spec) if node.format_spec else ''
    return '{' + ' ' * text.startswith('{') + text + conversion + spec + '}'


def _inner(node):
    """A part of an f-string without its quotes."""
    if isinstance(node, ast.Constant):
        return node.value.replace('{', '{{').replace('}', '}}')
    if type(node).__name__ in ('JoinedStr', 'TemplateStr'):
        return ''.join(map(_inner, node.values))
    return _field(node, _inner)


def _JoinedStr(node, level, prefix='f'):
    parts = [(_inner(value), isinstance(value, ast.Constant)) for value in node.values]
    quotes = [*_SINGLE, *_TRIPLE]
    if _V < (3, 12):
        return prefix + _old_fstring(parts, quotes)
    done = []
    for text, is_constant in parts:
        if is_constant:
            text, usable = _literal(text, quotes, False)
            if not set(usable) & set(quotes):
                return prefix + _by_repr(parts)
            quotes = usable
        else:
            if '\n' in text:
                quotes = [quote for quote in quotes if quote in _TRIPLE]
            if _V >= (3, 14):
                quotes = [quote for quote in quotes if quote not in text] or quotes
        done.append(text)
    return f"{prefix}{quotes[0]}{''.join(done)}{quotes[0]}"


def _by_repr(parts):
    texts = []
    for text, is_constant in parts:
        if is_constant:
            text = repr('"' + text)
            text = text[2:-1]
        texts.append(text)
    return "'''" + ''.join(texts) + "'''" if any("'" in text for text, constant in parts if not constant) else '"""' + ''.join(texts) + '"""'


def _old_fstring(parts, quotes):
    done = []
    for text, is_constant in parts:
        text, usable = _literal(text, quotes, not is_constant)
        quotes = usable
        done.append(text)
    return f"{quotes[0]}{''.join(done)}{quotes[0]}"


def _TemplateStr(node, level):
    return _JoinedStr(node, level, 't')


def _FormattedValue(node, level):
    return _JoinedStr(ast.JoinedStr([node]), level)


def _Interpolation(node, level):
    return _JoinedStr(ast.JoinedStr([node]), level, 't')


# --- parts ------------------------------------------------------------------------------------------------------------------------------


def _arg(node):
    return node.arg + (f': {expr(node.annotation)}' if node.annotation else '')


def _arguments(node):
    parts = []
    positional = node.posonlyargs + node.args
    optional = len(positional) - len(node.defaults)
    for i, arg in enumerate(positional):
        parts.append(_arg(arg) + ('=' + expr(node.defaults[i - optional]) if i >= optional else ''))
        if i + 1 == len(node.posonlyargs):
            parts.append('/')
    if node.vararg or node.kwonlyargs:
        parts.append('*' + (_arg(node.vararg) if node.vararg else ''))
    for arg, default in zip(node.kwonlyargs, node.kw_defaults):
        parts.append(_arg(arg) + ('=' + expr(default) if default else ''))
    if node.kwarg:
        parts.append('**' + _arg(node.kwarg))
    return ', '.join(parts)


def _alias(node):
    return node.name + (f' as {node.asname}' if node.asname else '')


def _withitem(node):
    return expr(node.context_expr) + (f' as {expr(node.optional_vars)}' if node.optional_vars else '')


def _type_params(params):
    if not params:
        return ''
    return '[' + ', '.join(map(_type_param, params)) + ']'


def _type_param(node):
    stars = {'TypeVar': '', 'TypeVarTuple': '*', 'ParamSpec': '**'}[type(node).__name__]
    bound = getattr(node, 'bound', None)
    default = getattr(node, 'default_value', None)
    return stars + node.name + (f': {expr(bound)}' if bound else '') + (f' = {expr(default)}' if default else '')


def _pattern(node, level=TEST):
    kind = type(node).__name__
    if kind == 'MatchValue':
        return expr(node.value)
    if kind == 'MatchSingleton':
        return repr(node.value)
    if kind == 'MatchSequence':
        return '[' + ', '.join(map(_pattern, node.patterns)) + ']'
    if kind == 'MatchStar':
        return '*' + (node.name or '_')
    if kind == 'MatchMapping':
        parts = [f'{expr(key)}: {_pattern(value)}' for key, value in zip(node.keys, node.patterns)]
        return '{' + ', '.join(parts + ([f'**{node.rest}'] if node.rest else [])) + '}'
    if kind == 'MatchClass':
        parts = [*map(_pattern, node.patterns), *(f'{name}={_pattern(value)}' for name, value in zip(node.kwd_attrs, node.kwd_patterns))]
        return f"{expr(node.cls, ATOM)}({', '.join(parts)})"
    if kind == 'MatchAs':
        if node.pattern is None:
            return node.name or '_'
        return _in_parens(level > TEST, f'{_pattern(node.pattern, BOR)} as {node.name}')
    return _in_parens(level > BOR, ' | '.join([_pattern(part, BOR + 1) for part in node.patterns]))


# --- statements -------------------------------------------------------------------------------------------------------------------------


class _Writer:
    def __init__(self):
        self.lines = []
        self.indent = 0

    def line(self, text):
        self.lines.append('    ' * self.indent + text)

    def blank(self):
        if self.lines:
            self.lines.append('')

    def lines_of(self, nodes):
        for node in nodes:
            self.statement(node)

    def block(self, head, nodes):
        self.line(head + ':')
        self.indent += 1
        self.lines_of(nodes)
        self.indent -= 1

    def body(self, node, write):
        nodes = node.body
        first = nodes[0] if nodes else None
        if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
            self.line(_docstring(first.value))
            nodes = nodes[1:]
        write(nodes)

    def documented(self, head, node):
        self.line(head + ':')
        self.indent += 1
        self.body(node, self.lines_of)
        self.indent -= 1

    def statement(self, node):
        getattr(self, type(node).__name__)(node)

    def Expr(self, node):
        self.line(expr(node.value, YIELD))

    def FunctionDef(self, node, word='def'):
        self.blank()
        for decorator in node.decorator_list:
            self.line('@' + expr(decorator))
        returns = f' -> {expr(node.returns)}' if node.returns else ''
        self.documented(f"{word} {node.name}{_type_params(getattr(node, 'type_params', None))}({_arguments(node.args)}){returns}", node)

    def AsyncFunctionDef(self, node):
        self.FunctionDef(node, 'async def')

    def ClassDef(self, node):
        self.blank()
        for decorator in node.decorator_list:
            self.line('@' + expr(decorator))
        bases = [*map(expr, node.bases), *map(_keyword, node.keywords)]
        self.documented(f"class {node.name}{_type_params(getattr(node, 'type_params', None))}" + (f"({', '.join(bases)})" if bases else ''), node)

    def Return(self, node):
        self.line('return' + (' ' + expr(node.value) if node.value else ''))

    def Delete(self, node):
        self.line('del ' + _list(node.targets))

    def Assign(self, node):
        self.line(''.join([expr(target, TUPLE) + ' = ' for target in node.targets]) + expr(node.value))

    def TypeAlias(self, node):
        self.line(f'type {expr(node.name)}{_type_params(node.type_params)} = {expr(node.value)}')

    def AugAssign(self, node):
        self.line(f'{expr(node.target)} {_BINARY[type(node.op).__name__][0]}= {expr(node.value)}')

    def AnnAssign(self, node):
        target = _in_parens(not node.simple and isinstance(node.target, ast.Name), expr(node.target))
        self.line(f'{target}: {expr(node.annotation)}' + (f' = {expr(node.value)}' if node.value else ''))

    def otherwise(self, node):
        if node.orelse:
            self.block('else', node.orelse)

    def For(self, node, word='for'):
        self.block(f'{word} {expr(node.target, TUPLE)} in {expr(node.iter)}', node.body)
        self.otherwise(node)

    def AsyncFor(self, node):
        self.For(node, 'async for')

    def While(self, node):
        self.block('while ' + expr(node.test), node.body)
        self.otherwise(node)

    def If(self, node):
        self.block('if ' + expr(node.test), node.body)
        while node.orelse and len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If):
            node = node.orelse[0]
            self.block('elif ' + expr(node.test), node.body)
        self.otherwise(node)

    def With(self, node, word='with'):
        self.block(word + ' ' + ', '.join(map(_withitem, node.items)), node.body)

    def AsyncWith(self, node):
        self.With(node, 'async with')

    def Match(self, node):
        self.line(f'match {expr(node.subject)}:')
        self.indent += 1
        for case in node.cases:
            self.block('case ' + _pattern(case.pattern) + (f' if {expr(case.guard)}' if case.guard else ''), case.body)
        self.indent -= 1

    def Raise(self, node):
        text = 'raise' + (' ' + expr(node.exc) if node.exc else '')
        self.line(text + (f' from {expr(node.cause)}' if node.cause else ''))

    def Try(self, node, word='except'):
        self.block('try', node.body)
        for handler in node.handlers:
            head = word + (' ' + expr(handler.type) if handler.type else '') + (f' as {handler.name}' if handler.name else '')
            self.block(head, handler.body)
        self.otherwise(node)
        if node.finalbody:
            self.block('finally', node.finalbody)

    def TryStar(self, node):
        self.Try(node, 'except*')

    def Assert(self, node):
        self.line('assert ' + expr(node.test) + (', ' + expr(node.msg) if node.msg else ''))

    def Import(self, node):
        self.line('lazy ' * bool(getattr(node, 'is_lazy', 0)) + 'import ' + ', '.join(map(_alias, node.names)))

    def ImportFrom(self, node):
        lazy = 'lazy ' * bool(getattr(node, 'is_lazy', 0))
        self.line(f"{lazy}from {'.' * (node.level or 0)}{node.module or ''} import {', '.join(map(_alias, node.names))}")

    def Global(self, node):
        self.line('global ' + ', '.join(node.names))

    def Nonlocal(self, node):
        self.line('nonlocal ' + ', '.join(node.names))

    def Pass(self, node):
        self.line('pass')

    def Break(self, node):
        self.line('break')

    def Continue(self, node):
        self.line('continue')
`;
