// The machine that runs the grammar with an explicit stack, and the two passes around it (CPython 3.13 Parser/pegen.c,
// _PyPegen_run_parser, _PyPegen_fill_token; Parser/pegen_errors.c).

import { byteToCharOffset } from './ast.ts';
import { type Diagnostic, type DiagnosticType, ParseStop, type SourceWarning } from './diagnostic.ts';
import type { ParserFeatures } from './features.ts';
import { grammarText } from './grammar.ts';
import { type GrammarNode, type GrammarValue, runAction } from './grammar-actions.ts';
import { type CompiledGrammar, compileGrammar, OP } from './peg-compiler.ts';
import { isBlank, utf8Length } from './source-text.ts';
import type { Tokenizer } from './tokenizer.ts';
import { T, type Token } from './tokens.ts';

const compiledGrammars = new Map<number, CompiledGrammar>();

/** The grammar of a version, compiled when first needed. */
function grammarFor(minor: number): CompiledGrammar {
  let grammar = compiledGrammars.get(minor);
  if (grammar === undefined) {
    grammar = compileGrammar(grammarText(minor), minor);
    compiledGrammars.set(minor, grammar);
  }
  return grammar;
}

/** Levels that CPython spends between its entry and the first statement's innermost expression, and we don't. */
const DEPTH_HEAD_START = 4;
/** Stands for "where the tokenizer is" in a position (pegen.h CURRENT_POS). */
export const CURRENT = -5;

const LINE_PIECE_BYTES = 999;

/** Entries of the machine's stacks, in numbers. */
const CHOICE_SIZE = 4;
const FRAME_SIZE = 4;

/** What is remembered at one token, as a list over the rules. */
interface Remembered {
  readonly rule: number;
  readonly next: Remembered | undefined;
  readonly value: GrammarValue;
  /** Token index after it; -1 when the rule failed. */
  readonly end: number;
}

/**
 * Where source comes from, which shows in errors' lines and columns: the file of `python3 FILE` (`script`), text whose
 * file can be read (`module`), or text alone (`string`).
 */
export type SourceKind = 'script' | 'module' | 'string';

/** What the grammar must know besides the tokens. */
export interface GrammarSettings {
  readonly features: ParserFeatures;
  readonly maxIntDigits: number;
  readonly kind: SourceKind;
  /** The source is the expression of an f-string before PEP 701, which stands here in the file. */
  readonly origin?: { readonly lineno: number; readonly colOffset: number };
}

/** Grammar rules over tokens; ends in success or throws a ParseStop. */
export class GrammarParser {
  readonly features: ParserFeatures;
  readonly tokenizer: Tokenizer;
  readonly maxIntDigits: number;
  readonly tokens: Token[] = [];
  readonly warnings: SourceWarning[] = [];
  readonly source: string;
  mark = 0;
  errorPass = false;
  /** The first pass had read all there was when it failed. */
  endReached = false;
  private readonly grammar: CompiledGrammar;
  private readonly kind: SourceKind;
  private readonly origin: { readonly lineno: number; readonly colOffset: number } | null;
  private memo: (Remembered | undefined)[] = [];

  constructor(tokenizer: Tokenizer, settings: GrammarSettings) {
    const { features } = settings;
    this.tokenizer = tokenizer;
    this.features = features;
    this.maxIntDigits = settings.maxIntDigits;
    this.kind = settings.kind;
    this.origin = settings.origin ?? null;
    this.grammar = grammarFor(features.errorRules);
    this.source = tokenizer.source.text;
  }

  /** Both passes over one rule, from a token on; the diagnostic, or `null` when the rules accept it all. */
  diagnose(ruleName: string, firstToken: number): Diagnostic | null {
    try {
      while (this.tokens.length < firstToken) this.fill();
      this.mark = firstToken;
      if (this.run(ruleName)) return ruleName === 'single' ? this.moreThanSingle() : null;
      const lastToken = this.lastToken();
      this.endReached = this.atEnd();
      this.mark = firstToken;
      this.errorPass = true;
      this.memo = [];
      this.tokenizer.reportWarnings = false;
      this.run(ruleName);
      return this.genericError(lastToken);
    } catch (stop) {
      if (!(stop instanceof ParseStop)) throw stop;
      if (!this.errorPass) this.endReached = this.atEnd();
      return this.afterStop(stop.diagnostic);
    }
  }

  private atEnd(): boolean {
    return this.tokenizer.state === 'eof' || this.tokens.at(-1)?.type === T.endMarker;
  }

  /** One interactive statement must be all there is (pegen.c, bad_single_statement). */
  private moreThanSingle(): Diagnostic | null {
    if (isBlank(this.source, this.tokenAt(this.mark - 1).end)) return null;
    return this.hereDiagnostic('SyntaxError', 'multiple statements found while compiling a single statement');
  }

  /** A mistake that the tokenizer finds further on can be the better explanation. */
  private afterStop(diagnostic: Diagnostic): Diagnostic {
    if (this.tokenizer.state !== 'ok' || !isSyntaxError(diagnostic.type)) return diagnostic;
    return this.errorInRest() ?? diagnostic;
  }

  private genericError(lastToken: Token): Diagnostic {
    try {
      if (lastToken.type === T.indent) this.raiseHere('unexpected indent', 'IndentationError');
      if (lastToken.type === T.dedent) this.raiseHere('unexpected unindent', 'IndentationError');
      this.raiseAt(lastToken, 'invalid syntax');
    } catch (stop) {
      if (!(stop instanceof ParseStop)) throw stop;
      const indentation = lastToken.type === T.indent || lastToken.type === T.dedent;
      return indentation ? stop.diagnostic : this.errorInRest() ?? stop.diagnostic;
    }
  }

  /** Tokenizes the rest of the source (_PyPegen_tokenize_full_source_to_check_for_errors). */
  private errorInRest(): Diagnostic | null {
    const errorLine = this.lastToken().lineno;
    const { tokenizer } = this;
    tokenizer.reportWarnings = false;
    if (tokenizer.error !== null) return null;
    for (;;) {
      const tok = tokenizer.next();
      if (tok.type === T.error) {
        // What is wrong inside an f-string does not take precedence.
        if (tokenizer.error !== null) return tokenizer.isInsideFString ? null : tokenizer.error;
        const open = tokenizer.openBracket;
        return open !== null && errorLine > open.lineno ? this.neverClosed() : null;
      }
      if (tok.type === T.endMarker) return null;
    }
  }

  // ---- tokens --------------------------------------------------------------------------------------------------

  lastToken(): Token {
    const tok = this.tokens[this.tokens.length - 1];
    if (tok === undefined) throw new ParseStop(this.diagnostic('SyntaxError', 'error at start before reading any input', 0, 0, 0, 0));
    return tok;
  }

  tokenAt(index: number): Token {
    return this.tokens[index] ?? this.fill();
  }

  private fill(): Token {
    const tok = this.tokenizer.next();
    this.tokens.push(tok);
    if (tok.type === T.error) throw new ParseStop(this.tokenizerError());
    return tok;
  }

  private tokenizerError(): Diagnostic {
    const { tokenizer } = this;
    if (tokenizer.error !== null) return tokenizer.error;
    const { lineno } = tokenizer;
    switch (tokenizer.state) {
      case 'eof':
        if (tokenizer.openBracket !== null) return this.neverClosed();
        return this.hereDiagnostic('SyntaxError', 'unexpected EOF while parsing');
      case 'dedent':
        return this.hereDiagnostic('IndentationError', 'unindent does not match any outer indentation level');
      case 'tabspace':
        return this.diagnostic('TabError', 'inconsistent use of tabs and spaces in indentation', lineno, 1, lineno, 0);
      case 'toodeep':
        return this.diagnostic('IndentationError', 'too many levels of indentation', lineno, 1, lineno, 0);
      case 'linecont': {
        const column = utf8Length(this.source, tokenizer.bufferStart, tokenizer.cursor);
        return this.diagnostic('SyntaxError', 'unexpected character after line continuation character', lineno, column, lineno, 0);
      }
      default:
        return this.diagnostic('SyntaxError', 'unknown parsing error', lineno, 1, lineno, 0);
    }
  }

  private neverClosed(): Diagnostic {
    const open = this.tokenizer.openBracket;
    if (open === null) return this.hereDiagnostic('SyntaxError', 'unexpected EOF while parsing');
    const column = this.tokenizer.column(open.lineStart, open.index) + 1;
    const message = `'${String.fromCharCode(open.char)}' was never closed`;
    return this.diagnostic('SyntaxError', message, open.lineno, column, open.lineno, 0);
  }

  // ---- errors --------------------------------------------------------------------------------------------------

  /** Columns are 1-based bytes of the first line, as everywhere in pegen_errors.c. */
  private diagnostic(
    type: DiagnosticType, msg: string, lineno: number, column: number, endLineno: number, endColumn: number,
  ): Diagnostic {
    const text = this.errorLine(lineno);
    const limit = utf8Length(text, 0, text.length) + 1;
    const shift = this.origin?.colOffset ?? 0;
    const convert = (bytes: number): number => (bytes <= 0 ? bytes : byteToCharOffset(text, Math.min(bytes, limit)));
    const message = this.origin === null ? msg : `f-string: ${msg}`;
    return {
      type, msg: message, lineno, offset: convert(column - shift), endLineno, endOffset: convert(endColumn - shift), text,
    };
  }

  /** The line that goes with an error: as the file has it, or what the tokenizer's buffers hold of a string. */
  private errorLine(lineno: number): string {
    const { tokenizer } = this;
    if (this.kind !== 'string') return lastPiece(tokenizer.source.line(lineno, true));
    if (tokenizer.lineno <= lineno && tokenizer.lineEnd > tokenizer.bufferStart) {
      return this.source.slice(tokenizer.bufferStart, tokenizer.lineEnd);
    }
    return tokenizer.source.line(lineno - (this.origin?.lineno ?? 1) + 1, false).replace(/\n$/, '');
  }

  /** Raises over a node or token. */
  raiseAt(at: GrammarNode | Token, msg: string): never {
    this.raiseRange(at, at, msg);
  }

  /** Raises from one node's start to another's end. */
  raiseRange(from: GrammarNode | Token, to: GrammarNode | Token, msg: string): never {
    this.raise('SyntaxError', msg, from.lineno, from.colOffset, to.endLineno, to.endColOffset);
  }

  /** Raises at 0-based byte columns. */
  raise(type: DiagnosticType, msg: string, lineno: number, col: number, endLineno: number, endCol: number): never {
    const { tokenizer } = this;
    const endLine = endLineno === CURRENT ? tokenizer.lineno : endLineno;
    const endColumn = endCol === CURRENT ? utf8Length(this.source, tokenizer.lineStart, tokenizer.cursor) : endCol + 1;
    throw new ParseStop(this.diagnostic(type, msg, lineno, col + 1, endLine, endColumn));
  }

  /** Raises at the last token read (RAISE_SYNTAX_ERROR). */
  raiseHere(msg: string, type: DiagnosticType = 'SyntaxError'): never {
    throw new ParseStop(this.hereDiagnostic(type, msg));
  }

  /** Raises at the token to be parsed next. */
  raiseNext(msg: string): never {
    throw new ParseStop(this.tokenDiagnostic('SyntaxError', msg, this.tokenAt(this.mark)));
  }

  private hereDiagnostic(type: DiagnosticType, msg: string): Diagnostic {
    return this.tokenDiagnostic(type, msg, this.lastToken());
  }

  private tokenDiagnostic(type: DiagnosticType, msg: string, tok: Token): Diagnostic {
    const column = tok.colOffset === -1 ? this.cursorColumn() : tok.colOffset + 1;
    const endColumn = tok.endColOffset === -1 ? -1 : tok.endColOffset + 1;
    return this.diagnostic(type, msg, tok.lineno, column, tok.endLineno, endColumn);
  }

  /** Column of the tokenizer; at the end of a script it has left the last line. */
  private cursorColumn(): number {
    const { tokenizer } = this;
    if (this.kind === 'script' && tokenizer.state === 'eof' && !tokenizer.source.addedNewline) return 0;
    return utf8Length(this.source, tokenizer.lineStart, tokenizer.cursor);
  }

  // ---- the machine ---------------------------------------------------------------------------------------------

  /** Position of what the current alternative has consumed (EXTRA). */
  extentFrom(mark: number): { lineno: number; colOffset: number; endLineno: number; endColOffset: number } {
    const start = this.tokenAt(mark);
    let last = start;
    for (let i = this.mark - 1; i >= 0; i--) {
      const tok = this.tokenAt(i);
      if (tok.type !== T.endMarker && (tok.type < T.newline || tok.type > T.dedent)) {
        last = tok;
        break;
      }
    }
    return {
      lineno: start.lineno, colOffset: start.colOffset, endLineno: last.endLineno, endColOffset: last.endColOffset,
    };
  }

  /**
   * Runs a rule to its end; true when it accepted. A frame is [return address, rule, mark, error rules before]; a
   * choice is [alternative or -1, mark, height of values, height of frames].
   */
  private run(ruleName: string): boolean {
    const { code, rules, ruleIndex, actions, words, sets } = this.grammar;
    const { tokens } = this;
    const statementRule = ruleIndex.get('statement') ?? -1;
    const maxFrames = (this.features.maxRuleDepth - DEPTH_HEAD_START) * FRAME_SIZE;
    const values: GrammarValue[] = [];
    let valueCount = 0;
    const frames = new Int32Array(maxFrames + FRAME_SIZE);
    let frameTop = FRAME_SIZE;
    let choices = new Int32Array(4096);
    let choiceTop = 0;
    let pc = rules[ruleIndex.get(ruleName) ?? 0]?.address ?? 0;
    frames[0] = -1;
    frames[1] = -1;
    frames[2] = this.mark;
    let invalid = this.errorPass;
    for (;;) {
      let failed = false;
      switch (code[pc]) {
        case OP.token: {
          const tok = tokens[this.mark] ?? this.fill();
          if (tok.type === code[pc + 1]) {
            values[valueCount++] = tok.type === T.name || tok.type === T.number ? this.leaf(tok) : tok;
            this.mark++;
            pc += 2;
          } else failed = true;
          break;
        }
        case OP.soft: case OP.softAny: {
          const tok = tokens[this.mark] ?? this.fill();
          const any = code[pc] === OP.softAny;
          if (tok.type === T.name && (any ? this.isSoftKeyword(tok.text) : tok.text === words[code[pc + 1] ?? -1])) {
            values[valueCount++] = tok;
            this.mark++;
            pc += any ? 1 : 2;
          } else failed = true;
          break;
        }
        case OP.callInvalid: case OP.call: {
          const index = code[pc + 1] ?? 0;
          const rule = rules[index];
          if (rule === undefined) return false;
          if (code[pc] === OP.callInvalid && !invalid) {
            failed = true;
            break;
          }
          if (rule.set !== 0 && sets[rule.set]?.[(tokens[this.mark] ?? this.fill()).type] === 0) {
            failed = true;
            break;
          }
          if (rule.memo) {
            let known = this.memo[this.mark];
            while (known !== undefined && known.rule !== index) known = known.next;
            if (known !== undefined) {
              if (known.end < 0) failed = true;
              else {
                values[valueCount++] = known.value;
                this.mark = known.end;
                pc += 2;
              }
              break;
            }
          }
          if (frameTop >= maxFrames) this.stackOverflow();
          frames[frameTop] = pc + 2;
          frames[frameTop + 1] = index;
          frames[frameTop + 2] = this.mark;
          frames[frameTop + 3] = invalid ? 1 : 0;
          frameTop += FRAME_SIZE;
          if (rule.withoutInvalid) invalid = false;
          pc = rule.address;
          break;
        }
        case OP.ret: {
          frameTop -= FRAME_SIZE;
          const returnTo = frames[frameTop] ?? -1;
          if (returnTo < 0) return true;
          const rule = frames[frameTop + 1] ?? 0;
          invalid = frames[frameTop + 3] === 1;
          if (rules[rule]?.memo === true) {
            this.remember(frames[frameTop + 2] ?? 0, rule, values[valueCount - 1] ?? null, this.mark);
          }
          // What is remembered about finished top-level statements is of no more use.
          if (rule === statementRule && frameTop <= 2 * FRAME_SIZE) this.memo = [];
          pc = returnTo;
          break;
        }
        case OP.choice: {
          const set = code[pc + 2] ?? 0;
          if (set !== 0 && sets[set]?.[(tokens[this.mark] ?? this.fill()).type] === 0) {
            pc = code[pc + 1] ?? 0;
            break;
          }
          if (choiceTop === choices.length) {
            const larger = new Int32Array(choices.length * 2);
            larger.set(choices);
            choices = larger;
          }
          choices[choiceTop] = code[pc + 1] ?? 0;
          choices[choiceTop + 1] = this.mark;
          choices[choiceTop + 2] = valueCount;
          choices[choiceTop + 3] = frameTop;
          choiceTop += CHOICE_SIZE;
          pc += 3;
          break;
        }
        case OP.commit:
          choiceTop -= CHOICE_SIZE;
          pc = code[pc + 1] ?? 0;
          break;
        case OP.partialCommit:
          choices[choiceTop - CHOICE_SIZE + 1] = this.mark;
          choices[choiceTop - CHOICE_SIZE + 2] = valueCount;
          pc = code[pc + 1] ?? 0;
          break;
        case OP.backCommit:
          choiceTop -= CHOICE_SIZE;
          this.mark = choices[choiceTop + 1] ?? 0;
          valueCount = choices[choiceTop + 2] ?? 0;
          pc = code[pc + 1] ?? 0;
          break;
        case OP.failTwice:
          choiceTop -= CHOICE_SIZE;
          failed = true;
          break;
        case OP.cut:
          choices[choiceTop - CHOICE_SIZE] = -1;
          pc++;
          break;
        case OP.action: {
          const action = actions[code[pc + 1] ?? 0];
          const count = code[pc + 2] ?? 0;
          const args = values.slice(valueCount - count, valueCount);
          valueCount -= count;
          const result = action === undefined ? null : runAction(this, action, args, frames[frameTop - FRAME_SIZE + 2] ?? 0);
          if (result === null) {
            // An action without a value ends the whole rule, whatever alternatives are left.
            choices[choiceTop - CHOICE_SIZE] = -1;
            failed = true;
          } else {
            values[valueCount++] = result;
            pc += 3;
          }
          break;
        }
        case OP.force: {
          const tok = tokens[this.mark] ?? this.fill();
          if (tok.type !== code[pc + 1]) this.raiseAt(tok, `expected '${words[code[pc + 2] ?? 0] ?? ''}'`);
          values[valueCount++] = tok;
          this.mark++;
          pc += 3;
          break;
        }
        case OP.pushNull:
          values[valueCount++] = null;
          pc++;
          break;
        case OP.newList:
          values[valueCount++] = [];
          pc++;
          break;
        case OP.addToList: {
          const item = values[--valueCount] ?? null;
          const list = values[valueCount - 1];
          if (Array.isArray(list)) list.push(item);
          pc++;
          break;
        }
        case OP.drop:
          valueCount--;
          pc++;
          break;
        default:
          failed = true;
      }
      if (!failed) continue;
      // Back to the innermost alternative that is left; rules given up on the way have failed.
      for (;;) {
        if (choiceTop === 0) return false;
        choiceTop -= CHOICE_SIZE;
        const height = choices[choiceTop + 3] ?? 0;
        while (frameTop > height) {
          frameTop -= FRAME_SIZE;
          const rule = frames[frameTop + 1] ?? 0;
          invalid = frames[frameTop + 3] === 1;
          if (rules[rule]?.memo === true) this.remember(frames[frameTop + 2] ?? 0, rule, null, -1);
        }
        this.mark = choices[choiceTop + 1] ?? 0;
        valueCount = choices[choiceTop + 2] ?? 0;
        const alternative = choices[choiceTop] ?? -1;
        if (alternative < 0) continue;
        pc = alternative;
        break;
      }
    }
  }

  private remember(mark: number, rule: number, value: GrammarValue, end: number): void {
    this.memo[mark] = { rule, next: this.memo[mark], value, end };
  }

  /** A NAME or NUMBER as the node it is. */
  private leaf(tok: Token): GrammarValue {
    const position = {
      lineno: tok.lineno, colOffset: tok.colOffset, endLineno: tok.endLineno, endColOffset: tok.endColOffset,
    };
    return tok.type === T.name
      ? { kind: 'Name', name: tok.text, ...position }
      : runAction(this, { name: 'number', text: '' }, [tok], this.mark);
  }

  private isSoftKeyword(word: string): boolean {
    const { typeParams, lazyImports, errorRules } = this.features;
    // 3.11 compares as many characters as the name has: 'ca' passes for `case` (gh-130077).
    if (errorRules === 11) return ['_', 'case', 'match'].some((keyword) => keyword.startsWith(word));
    return word === '_' || word === 'case' || word === 'match' || (word === 'type' && typeParams) || (word === 'lazy' && lazyImports);
  }

  private stackOverflow(): never {
    const { errorRules } = this.features;
    throw new ParseStop({
      type: 'MemoryError', msg: errorRules >= 12 ? 'Parser stack overflowed - Python source too complex to parse' : '',
      lineno: null, offset: null, endLineno: null, endOffset: null, text: null,
    });
  }
}

/** Files are read in pieces of 999 bytes to find a line; of a longer line the last piece is shown (errors.c, err_programtext). */
function lastPiece(line: string): string {
  if (line.length < LINE_PIECE_BYTES / 3) return line;
  let pieceStart = 0;
  let bytes = 0;
  for (let at = 0; at < line.length; at++) {
    if (bytes >= LINE_PIECE_BYTES) {
      pieceStart = at;
      bytes = 0;
    }
    bytes += utf8Length(line, at, at + 1);
  }
  return line.slice(pieceStart);
}

function isSyntaxError(type: DiagnosticType): boolean {
  return type === 'SyntaxError' || type === 'IndentationError' || type === 'TabError';
}
