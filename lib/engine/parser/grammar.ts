// The whole grammar, error rules included, as data for `peg.ts` (the rules of CPython 3.13 Grammar/python.gram and of
// its neighbours, which the language reference publishes). It runs only when the fast pass gave up, so it builds no
// more of a tree than the messages need.
//
// Notation: `'x'` keyword or operator, `"x"` soft keyword, UPPER a token, lower a rule; `?` `*` `+` as usual,
// `sep.item+` a separated list, `[x]` optional, `&` `!` lookahead, `&&` must follow (else an error), `~` no further
// alternatives, `$` the item is given to the action `{name "text"}`. `%` begins alternatives that extend the value
// so far to the right (left recursion). `14+:` and `-13:` restrict an alternative to versions. A rule named with `!`
// exists only in the error pass; `=m` remembers its results; `%1` extends at most once.
//
// NOT CPYTHON: where alternatives begin alike (`a 'x' b | a`), CPython parses `a` again or remembers it; here the rest
// is an extension. What is accepted, and how far is read, stays the same.

const STATEMENTS = String.raw`
file = [statements] ENDMARKER
eval = $expressions NEWLINE* ENDMARKER
single = compound_stmt NEWLINE | simple_stmts | NEWLINE | ENDMARKER {interactiveEnd}
fstring_input = $star_expressions
statements = statement+
statement = compound_stmt | simple_stmts
simple_stmts = simple_stmt !';' NEWLINE | ';'.simple_stmt+ [';'] NEWLINE
simple_stmt =m assignment | 12+: &"type" type_alias | -14: $star_expressions
  | 15+: &('import' | 'from' | "lazy") import_stmt | 15+: $star_expressions
  | &'return' return_stmt | -14: &('import' | 'from') import_stmt | &'raise' raise_stmt | pass_stmt
  | &'del' del_stmt | &'yield' yield_expr | &'assert' assert_stmt | break_stmt | continue_stmt
  | &'global' global_stmt | &'nonlocal' nonlocal_stmt
pass_stmt = 'pass' {node "Pass"}
break_stmt = 'break' {node "Break"}
continue_stmt = 'continue' {node "Continue"}
compound_stmt = &('def' | '@' | 'async') function_def | &'if' if_stmt | &('class' | '@') class_def
  | &('with' | 'async') with_stmt | &('for' | 'async') for_stmt | &'try' try_stmt | &'while' while_stmt | match_stmt
assignment = NAME ':' expression ['=' annotated_rhs]
  | ('(' single_target ')' | single_subscript_attribute_target) ':' expression ['=' annotated_rhs]
  | (star_targets '=')+ annotated_rhs !'='
  | single_target augassign ~ annotated_rhs
  | !invalid_assignment
annotated_rhs = yield_expr | star_expressions
augassign = '+=' | '-=' | '*=' | '@=' | '/=' | '%=' | '&=' | '|=' | '^=' | '<<=' | '>>=' | '**=' | '//='
return_stmt = 'return' [star_expressions]
raise_stmt = 'raise' expression 'from' expression | 15+: !invalid_raise_stmt | 'raise' expression | 'raise'
global_stmt = 'global' ','.NAME+
nonlocal_stmt = 'nonlocal' ','.NAME+
del_stmt = 'del' del_targets &(';' | NEWLINE) | !invalid_del_stmt
assert_stmt = 15+: !invalid_assert_stmt | 'assert' expression [',' expression]
import_stmt =m 12+: !invalid_import | import_name | import_from
import_name = 15+: "lazy"? 'import' dotted_as_names | -14: 'import' dotted_as_names
import_from = 15+: ["lazy"] import_from_rest | -14: import_from_rest
import_from_rest = 'from' ('.' | '...')* dotted_name 'import' import_from_targets
  | 'from' ('.' | '...')+ 'import' import_from_targets
import_from_targets = '(' import_from_as_names [','] ')' | import_from_as_names !',' | '*' | !invalid_import_from_targets
import_from_as_names = ','.import_from_as_name+
import_from_as_name = 14+: !invalid_import_from_as_name | NAME ['as' NAME]
dotted_as_names = ','.dotted_as_name+
dotted_as_name = 14+: !invalid_dotted_as_name | dotted_name ['as' NAME]
dotted_name = NAME % '.' NAME
block =m NEWLINE INDENT statements DEDENT | simple_stmts | !invalid_block
decorators = ('@' named_expression NEWLINE)+
class_def = decorators class_def_raw | class_def_raw
class_def_raw = !invalid_class_def_raw
  | 'class' NAME [type_params] ['(' [arguments] ')'] ':' block
function_def = decorators function_def_raw | function_def_raw
function_def_raw = !invalid_def_raw
  | -12: 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
  | -12: 'async' 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
  | 13+: 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
  | 13+: 'async' 'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' block
if_stmt = !invalid_if_stmt | 'if' named_expression ':' block elif_stmt | 'if' named_expression ':' block [else_block]
elif_stmt = !invalid_elif_stmt | 'elif' named_expression ':' block elif_stmt | 'elif' named_expression ':' block [else_block]
else_block = !invalid_else_stmt | 'else' &&':' block
while_stmt = !invalid_while_stmt | 'while' named_expression ':' block [else_block]
for_stmt = !invalid_for_stmt
  | 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
  | 'async' 'for' star_targets 'in' ~ star_expressions ':' block [else_block]
  | !invalid_for_target
with_stmt = !invalid_with_stmt_indent
  | 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'with' ','.with_item+ ':' block
  | 'async' 'with' '(' ','.with_item+ ','? ')' ':' block
  | 'async' 'with' ','.with_item+ ':' block
  | !invalid_with_stmt
with_item = expression 'as' star_target &(',' | ')' | ':') | !invalid_with_item | expression
try_stmt = !invalid_try_stmt
  | 'try' &&':' block finally_block
  | 'try' &&':' block except_block+ [else_block] [finally_block]
  | 'try' &&':' block except_star_block+ [else_block] [finally_block]
except_block = !invalid_except_stmt_indent
  | -13: 'except' expression ['as' NAME] ':' block
  | 14+: 'except' expression ':' block
  | 14+: 'except' expression 'as' NAME ':' block
  | 14+: 'except' expressions ':' block
  | 'except' ':' block
  | !invalid_except_stmt
except_star_block = !invalid_except_star_stmt_indent
  | -13: 'except' '*' expression ['as' NAME] ':' block
  | 14+: 'except' '*' expression ':' block
  | 14+: 'except' '*' expression 'as' NAME ':' block
  | 14+: 'except' '*' expressions ':' block
  | -13: !invalid_except_stmt
  | 14+: !invalid_except_star_stmt
finally_block = !invalid_finally_stmt | 'finally' &&':' block
match_stmt = "match" subject_expr ':' NEWLINE INDENT case_block+ DEDENT | !invalid_match_stmt
subject_expr = star_named_expression ',' star_named_expressions? | named_expression
case_block = !invalid_case_block | "case" patterns guard? ':' block
guard = 'if' named_expression
type_alias = "type" NAME [type_params] '=' expression
type_params = 13+: !invalid_type_params | 12+: '[' type_param_seq ']'
type_param_seq = ','.type_param+ [',']
type_param =m -12: NAME [type_param_bound] | 13+: NAME [type_param_bound] [type_param_default]
  | !invalid_type_param
  | -12: '*' NAME | 13+: '*' NAME [type_param_starred_default]
  | -12: '**' NAME | 13+: '**' NAME [type_param_default]
type_param_bound = ':' expression
type_param_default = '=' expression
type_param_starred_default = '=' star_expression
`;

const PATTERNS = String.raw`
patterns = $open_sequence_pattern {node "MatchSequence"} | pattern
pattern = as_pattern | or_pattern
as_pattern = or_pattern 'as' pattern_capture_target {node "MatchAs"} | !invalid_as_pattern
or_pattern = $'|'.closed_pattern+ {node "MatchOr"}
closed_pattern =m literal_pattern | capture_pattern | wildcard_pattern | value_pattern | group_pattern
  | sequence_pattern | mapping_pattern | class_pattern
literal_pattern = $signed_number !('+' | '-') | complex_number | strings | 'None' {node "MatchSingleton"}
  | 'True' {node "MatchSingleton"} | 'False' {node "MatchSingleton"}
literal_expr = $signed_number !('+' | '-') | complex_number | strings | 'None' {node "Constant"}
  | 'True' {node "Constant"} | 'False' {node "Constant"}
complex_number = signed_real_number '+' imaginary_number {node "BinOp"} | signed_real_number '-' imaginary_number {node "BinOp"}
signed_number = NUMBER | 15+: '+' $NUMBER | '-' NUMBER {node "UnaryOp"}
signed_real_number = real_number | 15+: '+' $real_number | '-' real_number {node "UnaryOp"}
real_number = $NUMBER {real}
imaginary_number = $NUMBER {imaginary}
capture_pattern = pattern_capture_target {node "MatchAs"}
pattern_capture_target = !"_" $NAME !('.' | '(' | '=')
wildcard_pattern = "_" {node "MatchAs"}
value_pattern = attr !('.' | '(' | '=') {node "MatchValue"}
attr = NAME '.' NAME {node "Attribute"} % '.' NAME {node "Attribute"}
name_or_attr = attr | NAME
group_pattern = '(' $pattern ')'
sequence_pattern = '[' maybe_sequence_pattern? ']' {node "MatchSequence"}
  | '(' open_sequence_pattern? ')' {node "MatchSequence"}
open_sequence_pattern = maybe_star_pattern ',' maybe_sequence_pattern?
maybe_sequence_pattern = ','.maybe_star_pattern+ ','?
maybe_star_pattern = star_pattern | pattern
star_pattern =m '*' pattern_capture_target {node "MatchStar"} | '*' wildcard_pattern {node "MatchStar"}
mapping_pattern = '{' '}' {node "MatchMapping"} | '{' double_star_pattern ','? '}' {node "MatchMapping"}
  | '{' items_pattern ',' double_star_pattern ','? '}' {node "MatchMapping"}
  | '{' items_pattern ','? '}' {node "MatchMapping"} | 15+: !invalid_mapping_pattern
items_pattern = ','.key_value_pattern+
key_value_pattern = (literal_expr | attr) ':' pattern
double_star_pattern = '**' $pattern_capture_target
class_pattern = name_or_attr '(' ')' {node "MatchClass"}
  | name_or_attr '(' positional_patterns ','? ')' {node "MatchClass"}
  | name_or_attr '(' keyword_patterns ','? ')' {node "MatchClass"}
  | name_or_attr '(' positional_patterns ',' keyword_patterns ','? ')' {node "MatchClass"}
  | !invalid_class_pattern
positional_patterns = ','.pattern+
keyword_patterns = ','.keyword_pattern+
keyword_pattern = NAME '=' pattern
`;

const EXPRESSIONS = String.raw`
expressions = expression %1 $(',' $expression)+ [','] {tuple} | ',' {tuple}
expression =m 14+: !invalid_if_expression | !invalid_expression | !invalid_legacy_expression
  | disjunction 'if' disjunction 'else' expression {node "IfExp"} | disjunction | lambdef
if_expression = disjunction 'if' disjunction 'else' expression {node "IfExp"}
yield_expr = 'yield' 'from' expression {node "YieldFrom"} | 'yield' [star_expressions] {node "Yield"}
star_expressions = star_expression %1 $(',' $star_expression)+ [','] {tuple} | ',' {tuple}
star_expression = '*' $bitwise_or {starred} | expression
star_named_expressions = $','.star_named_expression+ [',']
sequence_items = $','.sequence_item+ [',']
star_named_expression = '*' $bitwise_or {starred} | named_expression
sequence_item = 15+: !invalid_starred_expression_unpacking_sequence | 14+: !invalid_starred_expression_unpacking
  | star_named_expression
assignment_expression = NAME ':=' ~ expression {node "NamedExpr"}
named_expression = assignment_expression | !invalid_named_expression | $expression !':='
disjunction =m conjunction %1 ('or' conjunction)+ {node "BoolOp"}
conjunction = inversion %1 ('and' inversion)+ {node "BoolOp"}
inversion = 'not' inversion {node "UnaryOp"} | comparison
comparison = bitwise_or %1 $(comparison_operator bitwise_or)+ {compare}
comparison_operator = '==' | '!=' {notBarry} | '<=' | '<' | '>=' | '>' | 'not' 'in' | $'in' | 'is' 'not' | 'is'
bitwise_or =m bitwise_xor % '|' bitwise_xor {node "BinOp"}
bitwise_xor = bitwise_and % '^' bitwise_and {node "BinOp"}
bitwise_and = shift_expr % '&' shift_expr {node "BinOp"}
shift_expr = 13+: !invalid_arithmetic | sum % '<<' sum {node "BinOp"} | '>>' sum {node "BinOp"}
sum = term % '+' term {node "BinOp"} | '-' term {node "BinOp"}
term = 13+: !invalid_factor | factor % '*' factor {node "BinOp"} | '/' factor {node "BinOp"}
  | '//' factor {node "BinOp"} | '%' factor {node "BinOp"} | '@' factor {node "BinOp"}
factor =m '+' factor {node "UnaryOp"} | '-' factor {node "UnaryOp"} | '~' factor {node "UnaryOp"} | power
power = await_primary %1 '**' factor {node "BinOp"}
await_primary = 'await' primary {node "Await"} | primary
primary =m atom % '.' NAME {node "Attribute"} | genexp {node "Call"} | '(' [arguments] ')' {node "Call"}
  | '[' slices ']' {node "Subscript"}
slices = $slice !',' | $','.(slice | starred_expression)+ [','] {tuple}
slice = [expression] ':' [expression] [':' [expression]] {node "Slice"} | named_expression
atom = NAME | $'True' {constant} | $'False' {constant} | $'None' {constant}
  | -11: &STRING strings | 12+: &(STRING | FSTART | TSTART) strings | NUMBER
  | -14: &'(' (tuple | group | genexp) | 15+: &'(' (genexp | tuple | group)
  | -14: &'[' (list | listcomp) | 15+: &'[' (listcomp | list)
  | -14: &'{' (dict | set | dictcomp | setcomp) | 15+: &'{' (dictcomp | setcomp | dict | set)
  | $'...' {constant}
group = '(' $(yield_expr | named_expression) ')' | !invalid_group
lambdef = 'lambda' [lambda_params] ':' expression {node "Lambda"}
strings =m -11: $STRING+ {legacyStrings} | 14+: !invalid_string_tstring_concat | 12+: $(fstring | string)+ {strings}
  | 14+: $tstring+ {tstrings}
string = $STRING {string}
fstring = $FSTART $fstring_middle* $FEND {joined}
fstring_middle = fstring_replacement_field | $FMIDDLE {middle}
fstring_replacement_field = $'{' $annotated_rhs $['='] $[fstring_conversion] $[fstring_full_format_spec] $'}' {field}
  | !invalid_fstring_replacement_field
fstring_conversion = $'!' $NAME {conversion}
fstring_full_format_spec = $':' $fstring_format_spec* {spec}
fstring_format_spec = $FMIDDLE {specMiddle} | fstring_replacement_field
tstring =m $TSTART $tstring_middle* $TEND {joined}
tstring_middle = tstring_replacement_field | $TMIDDLE {middle}
tstring_replacement_field = $'{' $annotated_rhs $['='] $[fstring_conversion] $[tstring_full_format_spec] $'}' {interpolation}
  | !invalid_tstring_replacement_field
tstring_full_format_spec = $':' $tstring_format_spec* {spec}
tstring_format_spec = $TMIDDLE {specMiddle} | tstring_format_spec_replacement_field
tstring_format_spec_replacement_field = $'{' $annotated_rhs $['='] $[fstring_conversion] $[tstring_full_format_spec] $'}' {field}
  | !invalid_tstring_replacement_field
list = -13: '[' $[star_named_expressions] ']' {elements "List"} | 14+: '[' $[sequence_items] ']' {elements "List"}
tuple = -13: '(' $[star_named_expression_and_rest] ')' {elements "Tuple"} | 14+: '(' $[sequence_item_and_rest] ')' {elements "Tuple"}
star_named_expression_and_rest = $star_named_expression ',' $[star_named_expressions] {prepend}
sequence_item_and_rest = $sequence_item ',' $[sequence_items] {prepend}
set = -13: '{' star_named_expressions '}' {node "Set"} | 14+: '{' sequence_items '}' {node "Set"}
dict = '{' [double_starred_kvpairs] '}' {node "Dict"} | '{' !invalid_double_starred_kvpairs '}'
double_starred_kvpairs = ','.double_starred_kvpair+ [',']
double_starred_kvpair = '**' bitwise_or | kvpair
kvpair = expression ':' expression
for_if_clauses = for_if_clause+
for_if_clause = 'async' 'for' star_targets 'in' ~ $disjunction $('if' $disjunction)* {comprehension}
  | 'for' star_targets 'in' ~ $disjunction $('if' $disjunction)* {comprehension}
  | 13-13: 'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' {here "'in' expected after for-loop variables"}
  | 14+: !invalid_for_if_clause | !invalid_for_target
listcomp = -14: '[' named_expression for_if_clauses ']' {node "ListComp"}
  | 15+: '[' star_named_expression for_if_clauses ']' {node "ListComp"} | !invalid_comprehension
setcomp = -14: '{' named_expression for_if_clauses '}' {node "SetComp"}
  | 15+: '{' star_named_expression for_if_clauses '}' {node "SetComp"} | !invalid_comprehension
genexp = '(' genexp_element for_if_clauses ')' {node "GeneratorExp"} | !invalid_comprehension
genexp_element = assignment_expression | expression !':=' | 15+: starred_expression
dictcomp = '{' kvpair for_if_clauses '}' {node "DictComp"} | 15+: '{' '**' expression for_if_clauses '}' {node "DictComp"}
  | -14: !invalid_dict_comprehension
arguments =m $args [','] &')' | !invalid_arguments
args = $','.positional+ $[',' $kwargs] {args} | $kwargs {kwargs}
positional = starred_expression | $(assignment_expression | $expression !':=') !'='
kwargs = $','.kwarg_or_starred+ ',' $','.kwarg_or_double_starred+ {concat} | ','.kwarg_or_starred+ | ','.kwarg_or_double_starred+
starred_expression = 12+: !invalid_starred_expression_unpacking | '*' $expression {starred}
  | 13-13: '*' {here "Invalid star expression"} | 14+: !invalid_starred_expression
kwarg_or_starred = !invalid_kwarg | NAME '=' expression {node "keyword"} | starred_expression
kwarg_or_double_starred = !invalid_kwarg | NAME '=' expression {node "keyword"} | '**' expression {node "unpacking"}
star_targets = $star_target !',' | $star_target $(',' $star_target)* [','] {tuple}
star_targets_list_seq = ','.star_target+ [',']
star_targets_tuple_seq = star_target (',' star_target)+ [','] | star_target ','
star_target =m '*' (!'*' star_target) {node "Starred"} | target_with_star_atom
target_with_star_atom =m t_primary '.' NAME !t_lookahead {node "Attribute"}
  | t_primary '[' slices ']' !t_lookahead {node "Subscript"} | star_atom
star_atom = NAME | '(' $target_with_star_atom ')' | '(' [star_targets_tuple_seq] ')' {node "Tuple"}
  | '[' [star_targets_list_seq] ']' {node "List"}
single_target = single_subscript_attribute_target | NAME | '(' $single_target ')'
single_subscript_attribute_target = t_primary '.' NAME !t_lookahead {node "Attribute"}
  | t_primary '[' slices ']' !t_lookahead {node "Subscript"}
t_primary =m atom &t_lookahead % '.' NAME &t_lookahead {node "Attribute"} | '[' slices ']' &t_lookahead {node "Subscript"}
  | genexp &t_lookahead {node "Call"} | '(' [arguments] ')' &t_lookahead {node "Call"}
t_lookahead = '(' | '[' | '.'
del_targets = ','.del_target+ [',']
del_target =m t_primary '.' NAME !t_lookahead | t_primary '[' slices ']' !t_lookahead | del_t_atom
del_t_atom = NAME | '(' del_target ')' | '(' [del_targets] ')' | '[' [del_targets] ']'
`;

/** Parameters of `def` and of `lambda`, which differ in names, annotations and the closing token. */
function parameterRules(prefix: string, closing: string): string {
  const rules = String.raw`
X_params = !invalid_X_parameters | X_parameters
X_parameters = X_slash_no_default X_param_no_default* X_param_with_default* [X_star_etc]
  | X_slash_with_default X_param_with_default* [X_star_etc]
  | X_param_no_default+ X_param_with_default* [X_star_etc]
  | X_param_with_default+ [X_star_etc] | X_star_etc
X_slash_no_default = X_param_no_default+ '/' ',' | X_param_no_default+ '/' &CLOSE
X_slash_with_default = X_param_no_default* X_param_with_default+ '/' ',' | X_param_no_default* X_param_with_default+ '/' &CLOSE
X_star_etc = !invalid_X_star_etc | '*' X_param_no_default X_param_maybe_default* [X_kwds] STARRED
  | '*' ',' X_param_maybe_default+ [X_kwds] | X_kwds
X_kwds = !invalid_X_kwds | '**' X_param_no_default
X_param_no_default = $X_param ',' | $X_param &CLOSE
X_param_with_default = $X_param default ',' | $X_param default &CLOSE
X_param_maybe_default = $X_param default? ',' | $X_param default? &CLOSE
invalid_X_parameters =
  -11: X_param_no_default* invalid_X_parameters_helper $X_param_no_default {at "NODEFAULT"}
  | 12-13: X_slash_no_default? X_param_no_default* invalid_X_parameters_helper $X_param_no_default {at "NODEFAULT"}
  | -13: X_param_no_default* $'(' PARENTHESIZED ','? $')' {range "PARENS"}
  | $'/' ',' {at "at least one ARG must precede /"}
  | (X_slash_no_default | X_slash_with_default) X_param_maybe_default* $'/' {at "/ may appear only once"}
  | 14+: X_slash_no_default? X_param_no_default* invalid_X_parameters_helper $X_param_no_default {at "NODEFAULT"}
  | 14+: X_param_no_default* $'(' PARENTHESIZED ','? $')' {range "PARENS"}
  | (X_slash_no_default | X_slash_with_default)? X_param_maybe_default* '*' (',' | X_param_no_default)
    X_param_maybe_default* $'/' {at "/ must be ahead of *"}
  | X_param_maybe_default+ '/' $'*' {at "expected comma between / and *"}
invalid_X_parameters_helper = X_slash_with_default | X_param_with_default+
invalid_X_star_etc = BARE
  | '*' X_param $'=' {at "var-positional ARG cannot have default value"}
  | '*' (X_param_no_default | ',') X_param_maybe_default* $'*' (X_param_no_default | ',') {at "*ONLY may appear only once"}
invalid_X_kwds = '**' X_param $'=' {at "var-keyword ARG cannot have default value"}
  | '**' X_param ',' $X_param {at "ARGs cannot follow var-keyword ARG"}
  | '**' X_param ',' $('*' | '**' | '/') {at "ARGs cannot follow var-keyword ARG"}
`;
  const lambda = prefix !== '';
  // Functions as replacements: `$'` in a replacement text has a meaning of its own.
  return rules
    .replaceAll('BARE', () => lambda
      ? `'*' (':' | ',' (':' | '**')) {here "named ARGs must follow bare *"}`
      : `$'*' (')' | ',' (')' | '**')) {at "named ARGs must follow bare *"}`)
    .replaceAll('PARENTHESIZED', () => lambda ? "','.X_param+" : 'X_param_no_default+')
    .replaceAll('PARENS', () => `${lambda ? 'Lambda expression' : 'Function'} parameters cannot be parenthesized`)
    .replaceAll('STARRED', () => lambda ? '' : "| '*' param_star_annotation_no_default X_param_maybe_default* [X_kwds]")
    .replaceAll('CLOSE', () => closing)
    .replaceAll('X_', () => prefix);
}

const PARAMETERS = String.raw`
param = NAME annotation? {node "arg"}
lambda_param = NAME {node "arg"}
param_star_annotation_no_default = $param_star_annotation ',' | $param_star_annotation &')'
param_star_annotation = NAME star_annotation {node "arg"}
annotation = ':' expression
star_annotation = ':' star_expression
default = '=' expression | !invalid_default
invalid_default = $'=' &(')' | ',') {at "expected default value expression"}
${parameterRules('', "')'")}
${parameterRules('lambda_', "':'")}
`;

const INVALID_EXPRESSIONS = String.raw`
invalid_arguments =
  -12: args ',' $'*' {at "iterable argument unpacking follows keyword argument unpacking"}
  | 13+: ((','.positional+ ',' kwargs) | kwargs) $',' ','.(starred_expression !'=')+
    {from "iterable argument unpacking follows keyword argument unpacking"}
  | $expression $for_if_clauses ',' [args | expression for_if_clauses] {genexpRange "Generator expression must be parenthesized"}
  | $NAME $'=' expression for_if_clauses {range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | 12+: [(args ',')] $NAME $'=' &(',' | ')') {range "expected argument value expression"}
  | $args $for_if_clauses {nonparenGenexp}
  | args ',' $expression $for_if_clauses {genexpRange "Generator expression must be parenthesized"}
  | $args ',' args {positionalFollows}
invalid_kwarg = $('True' | 'False' | 'None') $'=' {keywordAssign}
  | $NAME $'=' expression for_if_clauses {range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(NAME '=') $expression $'=' {range "expression cannot contain assignment, perhaps you meant \"==\"?"}
  | 12+: $'**' expression '=' $expression {range "cannot assign to keyword argument unpacking"}
expression_without_invalid = disjunction 'if' disjunction 'else' expression {node "IfExp"} | disjunction | lambdef
invalid_legacy_expression = $NAME !'(' $star_expressions {legacy}
invalid_type_param =
  '*' NAME $':' $expression {typeParamBound "TypeVarTuple"}
  | '**' NAME $':' $expression {typeParamBound "ParamSpec"}
invalid_expression =
  14+: STRING $(!STRING $without_invalid)+ STRING {listRange "invalid syntax. Is this intended to be part of the string?"}
  | !(NAME STRING | SOFT_KEYWORD) $disjunction $without_invalid {missingComma}
  | $disjunction 'if' $disjunction !('else' | ':') {range "expected 'else' after 'if' expression"}
  | 14+: disjunction 'if' disjunction 'else' !expression {next "expected expression after 'else', but statement is given"}
  | 14+: $(pass_stmt | break_stmt | continue_stmt) 'if' disjunction 'else' simple_stmt
    {at "expected expression before 'if', but statement is given"}
  | 12+: $'lambda' [lambda_params] $':' &FMIDDLE {range "f-string: lambda expressions are not allowed without parentheses"}
  | 14+: $'lambda' [lambda_params] $':' &TMIDDLE {range "t-string: lambda expressions are not allowed without parentheses"}
without_invalid = $expression_without_invalid
invalid_if_expression =
  disjunction 'if' disjunction 'else' $'*' {at "cannot unpack only part of a conditional expression"}
  | disjunction 'if' disjunction 'else' $'**' {at "cannot use dict unpacking on only part of a conditional expression"}
invalid_named_expression =m
  $expression ':=' expression {atName "cannot use assignment expressions with %s"}
  | $NAME '=' $bitwise_or !('=' | ':=') {range "invalid syntax. Maybe you meant '==' or ':=' instead of '='?"}
  | !(list | tuple | genexp | 'True' | 'None' | 'False') $bitwise_or '=' bitwise_or !('=' | ':=')
    {atName "cannot assign to %s here. Maybe you meant '==' instead of '='?"}
invalid_assignment =
  $invalid_ann_assign_target ':' expression {atName "only single target (not %s) can be annotated"}
  | $star_named_expression ',' star_named_expressions* ':' expression {at "only single target (not tuple) can be annotated"}
  | $expression ':' expression {at "illegal target for annotation"}
  | (star_targets '=')* $star_expressions '=' {target "star"}
  | (star_targets '=')* $yield_expr '=' {at "assignment to yield expression not possible"}
  | $star_expressions augassign annotated_rhs {atName "'%s' is an illegal expression for augmented assignment"}
invalid_ann_assign_target = list | tuple | '(' $invalid_ann_assign_target ')'
invalid_raise_stmt =
  $'raise' $'from' {range "did you forget an expression between 'raise' and 'from'?"}
  | 'raise' expression $'from' {at "did you forget an expression after 'from'?"}
invalid_del_stmt = 'del' $star_expressions {target "del"}
invalid_assert_stmt =
  'assert' $expression '=' $expression {rangeName "cannot assign to %s here. Maybe you meant '==' instead of '='?"}
  | 'assert' expression ',' $expression '=' $expression {rangeName "cannot assign to %s here. Maybe you meant '==' instead of '='?"}
  | 'assert' $expression ':=' $expression {range "cannot use named expression without parentheses here"}
  | 'assert' expression ',' $expression ':=' $expression {range "cannot use named expression without parentheses here"}
invalid_block = NEWLINE !INDENT {indentation "expected an indented block"}
invalid_comprehension =
  -14: ('[' | '(' | '{') $starred_expression for_if_clauses {at "iterable unpacking cannot be used in comprehension"}
  | 15+: '[' $'**' $expression for_if_clauses {range "cannot use dict unpacking in list comprehension"}
  | 15+: '(' $'**' $expression for_if_clauses {range "cannot use dict unpacking in generator expression"}
  | ('[' | '{') $star_named_expression ',' $star_named_expressions for_if_clauses
    {lastRange "did you forget parentheses around the comprehension target?"}
  | ('[' | '{') $star_named_expression $',' for_if_clauses {range "did you forget parentheses around the comprehension target?"}
invalid_dict_comprehension = '{' $'**' bitwise_or for_if_clauses '}' {at "dict unpacking cannot be used in dict comprehension"}
invalid_for_if_clause = 'async'? 'for' (bitwise_or (',' bitwise_or)* [',']) !'in' {here "'in' expected after for-loop variables"}
invalid_for_target = 'async'? 'for' $star_expressions {target "for"}
invalid_group = '(' $starred_expression ')' {at "cannot use starred expression here"}
  | '(' $'**' expression ')' {at "cannot use double starred expression here"}
invalid_double_starred_kvpairs =
  -13: ','.double_starred_kvpair+ ',' invalid_kvpair
  | -13: expression ':' $'*' bitwise_or {from "cannot use a starred expression in a dictionary value"}
  | 14+: invalid_kvpair_unpacking [',']
  | 14+: ','.double_starred_kvpair+ ',' (invalid_kvpair | invalid_kvpair_unpacking)
  | expression $':' &('}' | ',') {at "expression expected after dictionary key and ':'"}
invalid_kvpair_unpacking =
  $'**' $if_expression {range "invalid double starred expression. Did you forget to wrap the conditional expression in parentheses?"}
  | $'*' $bitwise_or ':' expression {range "cannot use a starred expression in a dictionary key"}
  | $'**' $bitwise_or ':' expression {range "cannot use dict unpacking in a dictionary key"}
  | expression ':' $'*' $bitwise_or {range "cannot use a starred expression in a dictionary value"}
  | expression ':' $'**' $bitwise_or {range "cannot use dict unpacking in a dictionary value"}
invalid_kvpair = $expression !(':') {kvpairColon "':' expected after dictionary key"}
  | expression ':' $'*' bitwise_or {from "cannot use a starred expression in a dictionary value"}
  | 14+: expression ':' $'**' bitwise_or {from "cannot use dict unpacking in a dictionary value"}
  | expression $':' &('}' | ',') {at "expression expected after dictionary key and ':'"}
invalid_starred_expression_unpacking =
  14+: $'*' $if_expression {range "invalid starred expression. Did you forget to wrap the conditional expression in parentheses?"}
  | $'*' expression '=' $expression {range "cannot assign to iterable argument unpacking"}
invalid_starred_expression_unpacking_sequence = $'**' bitwise_or {at "cannot use dict unpacking here"} | invalid_starred_expression_unpacking
invalid_starred_expression = '*' {here "Invalid star expression"}
invalid_arithmetic = sum ('+' | '-' | '*' | '/' | '%' | '//' | '@') $'not' $inversion {range "'not' after an operator must be parenthesized"}
invalid_factor = ('+' | '-' | '~') $'not' $factor {range "'not' after an operator must be parenthesized"}
invalid_string_tstring_concat =
  $(fstring | string)+ $tstring {mixedStrings "cannot mix t-string literals with string or bytes literals"}
  | $tstring+ $(fstring | string) {mixedStrings "cannot mix t-string literals with string or bytes literals"}
${fieldRules('f')}
${fieldRules('t')}
`;

/** Error rules of a replacement field. */
function fieldRules(letter: string): string {
  return String.raw`
invalid_${letter}string_replacement_field =
  '{' $'=' {at "${letter}-string: valid expression required before '='"}
  | '{' $'!' {at "${letter}-string: valid expression required before '!'"}
  | '{' $':' {at "${letter}-string: valid expression required before ':'"}
  | '{' $'}' {at "${letter}-string: valid expression required before '}'"}
  | '{' !annotated_rhs {next "${letter}-string: expecting a valid expression after '{'"}
  | '{' annotated_rhs !('=' | '!' | ':' | '}') {next "${letter}-string: expecting '=', or '!', or ':', or '}'"}
  | '{' annotated_rhs '=' !('!' | ':' | '}') {next "${letter}-string: expecting '!', or ':', or '}'"}
  | '{' annotated_rhs '='? invalid_${letter}string_conversion_character
  | '{' annotated_rhs '='? ['!' NAME] !(':' | '}') {next "${letter}-string: expecting ':' or '}'"}
  | '{' annotated_rhs '='? ['!' NAME] ':' fstring_format_spec* !'}' {next "${letter}-string: expecting '}', or format specs"}
  | '{' annotated_rhs '='? ['!' NAME] !'}' {next "${letter}-string: expecting '}'"}
invalid_${letter}string_conversion_character =
  '!' &(':' | '}') {next "${letter}-string: missing conversion character"}
  | '!' !NAME {next "${letter}-string: invalid conversion character"}
`;
}

const INVALID_STATEMENTS = String.raw`
invalid_import =
  12-13: $'import' dotted_name 'from' dotted_name {from "Did you mean to use 'from ... import ...' instead?"}
  | 14+: $'import' ','.dotted_name+ 'from' dotted_name {from "Did you mean to use 'from ... import ...' instead?"}
  | 13+: 'import' $NEWLINE {from "Expected one or more names after 'import'"}
invalid_dotted_as_name = dotted_name 'as' !(NAME (',' | ')' | ';' | NEWLINE)) $expression {atName "cannot use %s as import target"}
invalid_import_from_as_name = NAME 'as' !(NAME (',' | ')' | ';' | NEWLINE)) $expression {atName "cannot use %s as import target"}
invalid_import_from_targets =
  import_from_as_names ',' NEWLINE {here "trailing comma not allowed without surrounding parentheses"}
  | 13+: $NEWLINE {from "Expected one or more names after 'import'"}
invalid_with_item = expression 'as' $expression &(',' | ')' | ':') {target "star"}
invalid_with_stmt =
  14+: ['async'] 'with' ','.(expression ['as' star_target])+ $',' ':' {at "the last 'with' item has a trailing comma"}
  | ['async'] 'with' ','.(expression ['as' star_target])+ NEWLINE {here "expected ':'"}
  | ['async'] 'with' '(' ','.(expressions ['as' star_target])+ ','? ')' NEWLINE {here "expected ':'"}
invalid_with_stmt_indent =
  ['async'] $'with' ','.(expression ['as' star_target])+ ':' NEWLINE !INDENT {indentation "expected an indented block after 'with' statement on line %d"}
  | ['async'] $'with' '(' ','.(expressions ['as' star_target])+ ','? ')' ':' NEWLINE !INDENT
    {indentation "expected an indented block after 'with' statement on line %d"}
invalid_try_stmt =
  $'try' ':' NEWLINE !INDENT {indentation "expected an indented block after 'try' statement on line %d"}
  | 'try' ':' block !('except' | 'finally') {here "expected 'except' or 'finally' block"}
  | 'try' ':' block* except_block+ $'except' $'*' expression ['as' NAME] ':' {range "cannot have both 'except' and 'except*' on the same 'try'"}
  | 'try' ':' block* except_star_block+ $'except' [expression ['as' NAME]] ':' {at "cannot have both 'except' and 'except*' on the same 'try'"}
invalid_except_stmt =
  -13: 'except' '*'? $expression ',' expressions ['as' NAME] ':' {from "multiple exception types must be parenthesized"}
  | 14+: 'except' $expression ',' expressions 'as' NAME ':' {from "multiple exception types must be parenthesized when using 'as'"}
  | -13: 'except' '*'? expression ['as' NAME] NEWLINE {here "expected ':'"}
  | 14+: 'except' expression ['as' NAME] NEWLINE {here "expected ':'"}
  | 'except' NEWLINE {here "expected ':'"}
  | -13: 'except' '*' (NEWLINE | ':') {here "expected one or more exception types"}
  | 14+: 'except' expression 'as' $expression ':' block {atName "cannot use except statement with %s"}
invalid_except_star_stmt =
  'except' '*' $expression ',' expressions 'as' NAME ':' {from "multiple exception types must be parenthesized when using 'as'"}
  | 'except' '*' expression ['as' NAME] NEWLINE {here "expected ':'"}
  | 'except' '*' (NEWLINE | ':') {here "expected one or more exception types"}
  | 'except' '*' expression 'as' $expression ':' block {atName "cannot use except* statement with %s"}
invalid_finally_stmt = $'finally' ':' NEWLINE !INDENT {indentation "expected an indented block after 'finally' statement on line %d"}
invalid_except_stmt_indent =
  $'except' expression ['as' NAME] ':' NEWLINE !INDENT {indentation "expected an indented block after 'except' statement on line %d"}
  | $'except' ':' NEWLINE !INDENT {indentation "expected an indented block after 'except' statement on line %d"}
invalid_except_star_stmt_indent =
  $'except' '*' expression ['as' NAME] ':' NEWLINE !INDENT {indentation "expected an indented block after 'except*' statement on line %d"}
invalid_match_stmt =
  "match" subject_expr NEWLINE {here "expected ':'"}
  | $"match" subject_expr ':' NEWLINE !INDENT {indentation "expected an indented block after 'match' statement on line %d"}
  | 15+: $"case" patterns guard? $':' block {range "case statement must be inside match statement"}
invalid_case_block =
  "case" patterns guard? NEWLINE {here "expected ':'"}
  | $"case" patterns guard? ':' NEWLINE !INDENT {indentation "expected an indented block after 'case' statement on line %d"}
invalid_as_pattern =
  or_pattern 'as' $"_" {at "cannot use '_' as a target"}
  | -13: or_pattern 'as' !NAME $expression {at "invalid pattern target"}
  | 14+: or_pattern 'as' $expression {atName "cannot use %s as pattern target"}
invalid_class_pattern = name_or_attr '(' $invalid_class_argument_pattern {listRange "positional patterns follow keyword patterns"}
invalid_class_argument_pattern = [positional_patterns ','] keyword_patterns ',' $positional_patterns
invalid_mapping_pattern = '{' [(items_pattern ',')] $double_star_pattern ',' items_pattern ','? '}'
  {at "double star pattern must be the last (right-most) subpattern in the mapping pattern"}
invalid_if_stmt = 'if' named_expression NEWLINE {here "expected ':'"}
  | $'if' named_expression ':' NEWLINE !INDENT {indentation "expected an indented block after 'if' statement on line %d"}
invalid_elif_stmt = 'elif' named_expression NEWLINE {here "expected ':'"}
  | $'elif' named_expression ':' NEWLINE !INDENT {indentation "expected an indented block after 'elif' statement on line %d"}
invalid_else_stmt = $'else' ':' NEWLINE !INDENT {indentation "expected an indented block after 'else' statement on line %d"}
  | 14+: 'else' ':' block 'elif' {here "'elif' block follows an 'else' block"}
invalid_while_stmt = 'while' named_expression NEWLINE {here "expected ':'"}
  | $'while' named_expression ':' NEWLINE !INDENT {indentation "expected an indented block after 'while' statement on line %d"}
invalid_for_stmt = ['async'] 'for' star_targets 'in' star_expressions NEWLINE {here "expected ':'"}
  | ['async'] $'for' star_targets 'in' star_expressions ':' NEWLINE !INDENT {indentation "expected an indented block after 'for' statement on line %d"}
invalid_def_raw =
  ['async'] $'def' NAME [type_params] '(' [params] ')' ['->' expression] ':' NEWLINE !INDENT
    {indentation "expected an indented block after function definition on line %d"}
  | 13+: ['async'] 'def' NAME [type_params] &&'(' [params] ')' ['->' expression] &&':' block
invalid_class_def_raw = 'class' NAME [type_params] ['(' [arguments] ')'] NEWLINE {here "expected ':'"}
  | $'class' NAME [type_params] ['(' [arguments] ')'] ':' NEWLINE !INDENT {indentation "expected an indented block after class definition on line %d"}
invalid_type_params = '[' $']' {from "Type parameter list cannot be empty"}
`;

/** Words that differ between versions. */
export function grammarText(minor: number): string {
  const argument = minor >= 15 ? 'parameter' : 'argument';
  return [STATEMENTS, PATTERNS, EXPRESSIONS, PARAMETERS, INVALID_EXPRESSIONS, INVALID_STATEMENTS].join('\n')
    .replaceAll('ARG', argument)
    .replaceAll('*ONLY', minor >= 15 ? '*' : '* argument')
    .replaceAll('NODEFAULT', minor >= 12
      ? 'parameter without a default follows parameter with a default'
      : 'non-default argument follows default argument');
}
