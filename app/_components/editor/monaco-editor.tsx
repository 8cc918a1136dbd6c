'use client'
// Monaco with Python colours and only the features that a short program needs. Loaded late; see code-editor.tsx.
import * as monaco from 'monaco-editor/editor'
import 'monaco-editor/features/bracketMatching/register'
import 'monaco-editor/features/caretOperations/register'
import 'monaco-editor/features/clipboard/register'
import 'monaco-editor/features/comment/register'
import 'monaco-editor/features/cursorUndo/register'
import 'monaco-editor/features/find/register'
import 'monaco-editor/features/iPadShowKeyboard/register'
import 'monaco-editor/features/indentation/register'
import 'monaco-editor/features/linesOperations/register'
import 'monaco-editor/features/multicursor/register'
import 'monaco-editor/features/toggleTabFocusMode/register'
import 'monaco-editor/features/wordHighlighter/register'
import 'monaco-editor/features/wordOperations/register'
import 'monaco-editor/languages/definitions/python/register'
import { useEffect, useRef } from 'react'
import { useTheme } from '../theme.tsx'
import { codeEnd } from '../workbench/code/inline-values.ts'
import { markWords, type EditorNotes, type EditorProps } from './editor-types.ts'

self.MonacoEnvironment = {
  getWorker: () => new Worker(new URL('./monaco-worker.ts', import.meta.url), { type: 'module' }),
}

/** The coloured editor. */
export default function MonacoEditor({ value, onChange, onReady, errorLine, notes, onRun, label }: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const editor = useRef<monaco.editor.IStandaloneCodeEditor>(null)
  const margin = useRef<monaco.editor.IEditorDecorationsCollection>(null)
  const moment = useRef<monaco.editor.IEditorDecorationsCollection>(null)
  const latest = useRef({ onChange, onRun, value, notes })
  /** Texts that were typed and have not come back yet, oldest first. */
  const typed = useRef<string[]>([])
  const replacing = useRef(false)
  const theme = useTheme()
  useEffect(() => {
    latest.current = { onChange, onRun, value, notes }
  })

  useEffect(() => {
    if (host.current === null) return
    const created = createEditor(host.current, latest.current.value, label)
    editor.current = created
    margin.current = created.createDecorationsCollection()
    moment.current = created.createDecorationsCollection()
    const changed = created.onDidChangeModelContent(() => {
      if (replacing.current) return
      typed.current.push(created.getValue())
      latest.current.onChange(created.getValue())
    })
    created.addCommand(monaco.KeyMod.CtrlCmd | monaco.KeyCode.Enter, () => latest.current.onRun())
    created.addCommand(monaco.KeyCode.F9, () => latest.current.notes?.onBreakpoint(created.getPosition()?.lineNumber ?? 1))
    created.onMouseMove(({ target }) => pointAt(latest.current.notes, valueUnder(target)))
    created.onMouseLeave(() => pointAt(latest.current.notes, null))
    created.onMouseDown(({ target }) => {
      const serial = valueUnder(target)
      if (serial !== null) latest.current.notes?.focus.choose(serial)
      const inMargin = target.type === monaco.editor.MouseTargetType.GUTTER_GLYPH_MARGIN || target.type === monaco.editor.MouseTargetType.GUTTER_LINE_NUMBERS
      if (inMargin && target.position !== null) latest.current.notes?.onBreakpoint(target.position.lineNumber)
    })
    onReady({ goToLine: (line) => showLine(created, line) })
    return () => {
      changed.dispose()
      created.getModel()?.dispose()
      created.dispose()
      editor.current = null
    }
  }, [label, onReady])

  useEffect(() => {
    // What was typed comes back as `value`, possibly late, when the editor has moved on: only a text from elsewhere replaces it.
    const echo = typed.current.indexOf(value)
    if (echo >= 0) typed.current.splice(0, echo + 1)
    else if (editor.current !== null && editor.current.getValue() !== value) {
      replacing.current = true
      editor.current.setValue(value)
      replacing.current = false
    }
  }, [value])
  useEffect(() => applyTheme(theme), [theme])
  useEffect(() => {
    const model = editor.current?.getModel()
    if (editor.current === null || model === null || model === undefined || errorLine === null || errorLine > model.getLineCount()) return
    const marks = editor.current.createDecorationsCollection([
      { range: new monaco.Range(errorLine, 1, errorLine, 1), options: { isWholeLine: true, className: 'error-line' } },
    ])
    return () => marks.clear()
  }, [errorLine, value])

  // What stays for a whole run, and what every step changes: the one is not touched when the other is.
  const marks = notes?.marks ?? null
  const breakpoints = notes?.breakpoints ?? null
  useEffect(() => {
    const lineCount = editor.current?.getModel()?.getLineCount() ?? 0
    margin.current?.set(marks === null || breakpoints === null ? [] : marginDecorations(marks, breakpoints).filter(({ range }) => range.startLineNumber <= lineCount))
  }, [marks, breakpoints, value])
  useEffect(() => {
    const model = editor.current?.getModel()
    if (model === null || model === undefined) return
    moment.current?.set(notes === null ? [] : momentDecorations(notes, model))
  }, [notes, value])
  const line = notes?.currentLine ?? null
  useEffect(() => {
    if (line !== null) editor.current?.revealLineInCenterIfOutsideViewport(line)
  }, [line])

  return <div ref={host} className="h-full" />
}

const at = (line: number, options: monaco.editor.IModelDecorationOptions) => ({ range: new monaco.Range(line, 1, line, 1), options })

function marginDecorations(marks: EditorNotes['marks'], breakpoints: EditorNotes['breakpoints']): monaco.editor.IModelDeltaDecoration[] {
  return [
    ...[...breakpoints].map((line) => at(line, { glyphMarginClassName: 'glyph-break', glyphMarginHoverMessage: { value: 'Breakpoint (F9)' } })),
    ...[...marks].map(([line, mark]) =>
      at(line, {
        linesDecorationsClassName: mark.made > 0 && mark.freed > 0 ? 'line-both' : mark.made > 0 ? 'line-made' : 'line-freed',
        linesDecorationsTooltip: markWords(mark),
      }),
    ),
  ]
}

/** The line that is next, and values where the code of their lines ends. */
function momentDecorations({ currentLine, values, focus }: EditorNotes, model: monaco.editor.ITextModel): monaco.editor.IModelDeltaDecoration[] {
  const lineCount = model.getLineCount()
  const shown = [...values].filter(([line]) => line <= lineCount)
  return [
    ...(currentLine === null || currentLine > lineCount ? [] : [at(currentLine, { isWholeLine: true, className: 'now-line', glyphMarginClassName: 'glyph-now' })]),
    ...shown.flatMap(([line, found]) => {
      const column = codeEnd(model.getLineContent(line)) + 1
      return found.map(({ text, serial }) => {
        const lit = focus.chosen === serial || focus.pointed === serial ? ' inline-value-lit' : ''
        return { range: new monaco.Range(line, column, line, column), options: { after: { content: text, inlineClassName: `inline-value value-of-${serial}${lit}` }, showIfCollapsed: true } }
      })
    }),
  ]
}

/** The object whose value the mouse is at: its class says so. */
function valueUnder({ element }: monaco.editor.IMouseTarget): number | null {
  const serial = /value-of-(\d+)/.exec(element?.className ?? '')?.[1]
  return serial === undefined ? null : Number(serial)
}

function pointAt(notes: EditorNotes | null, serial: number | null): void {
  if (notes !== null && notes.focus.pointed !== serial) notes.focus.point(serial)
}

function createEditor(host: HTMLElement, value: string, label: string): monaco.editor.IStandaloneCodeEditor {
  const created = monaco.editor.create(host, {
    value,
    language: 'python',
    ariaLabel: label,
    automaticLayout: true,
    fontFamily: "'JetBrains Mono Variable', ui-monospace, monospace",
    fontLigatures: false,
    fontSize: 14,
    lineHeight: 22,
    tabSize: 4,
    insertSpaces: true,
    detectIndentation: false,
    minimap: { enabled: false },
    scrollBeyondLastLine: false,
    // Dimmed, as it is by default, its number is too faint on the dark theme.
    renderFinalNewline: 'on',
    lineNumbersMinChars: 3,
    glyphMargin: true,
    lineDecorationsWidth: 12,
    padding: { top: 10, bottom: 10 },
    renderLineHighlight: 'line',
    overviewRulerLanes: 0,
    occurrencesHighlight: 'singleFile',
    guides: { indentation: false },
    contextmenu: false,
    quickSuggestions: false,
    stickyScroll: { enabled: false },
    scrollbar: { alwaysConsumeMouseWheel: false, verticalScrollbarSize: 10, horizontalScrollbarSize: 10 },
    theme: 'pyarena',
  })
  letTabLeave(created)
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts())
  return created
}

/** Escape, then Tab, leaves the editor: Tab alone indents and would be a trap. */
function letTabLeave(editor: monaco.editor.IStandaloneCodeEditor): void {
  editor.onKeyDown((event) => {
    if (event.keyCode === monaco.KeyCode.Escape) editor.updateOptions({ tabFocusMode: true })
    else if (event.keyCode !== monaco.KeyCode.Tab && event.keyCode !== monaco.KeyCode.Shift) editor.updateOptions({ tabFocusMode: false })
  })
  editor.onDidBlurEditorText(() => editor.updateOptions({ tabFocusMode: false }))
}

function showLine(editor: monaco.editor.IStandaloneCodeEditor, line: number): void {
  const last = editor.getModel()?.getLineCount() ?? 1
  const lineNumber = Math.min(line, last)
  editor.setPosition({ lineNumber, column: 1 })
  editor.revealLineInCenterIfOutsideViewport(lineNumber)
  editor.focus()
}

/** Monaco wants colours as hex digits, so they are read from the tokens of the page. */
function applyTheme(theme: 'light' | 'dark'): void {
  const style = getComputedStyle(document.documentElement)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const bare = (name: string) => token(name).replace('#', '')
  monaco.editor.defineTheme('pyarena', {
    base: theme === 'dark' ? 'vs-dark' : 'vs',
    inherit: true,
    rules: [
      { token: '', foreground: bare('ink') },
      { token: 'keyword', foreground: bare('code-keyword') },
      { token: 'string', foreground: bare('code-string') },
      { token: 'string.escape', foreground: bare('code-string') },
      { token: 'number', foreground: bare('code-number') },
      { token: 'comment', foreground: bare('code-comment'), fontStyle: 'italic' },
      { token: 'identifier', foreground: bare('ink') },
      { token: 'delimiter', foreground: bare('ink-soft') },
    ],
    colors: {
      'editor.background': token('code-bg'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-faint'),
      'editorLineNumber.activeForeground': token('ink'),
      'editor.lineHighlightBackground': token('code-line'),
      'editor.lineHighlightBorder': token('code-line'),
      ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, token('ink-soft')])),
      'editorCursor.foreground': token('copper'),
      'editor.selectionBackground': token('copper-soft'),
      'editorWidget.background': token('surface'),
      focusBorder: token('copper'),
    },
  })
  monaco.editor.setTheme('pyarena')
}
