// Statements: Markdown becomes elements, never HTML of the author's.
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { CodeText } from '../../app/_components/code-text.tsx'
import { Markdown } from '../../app/_components/markdown.tsx'

const html = (text: string) => renderToStaticMarkup(createElement(Markdown, { text }))

it('keeps headings below the page’s own', () => {
  expect(html('# Title\n\n### Part')).toContain('<h2>Title</h2><h3>Part</h3>')
})

it('writes code as it is', () => {
  expect(html('`a < b` and\n\n```python\nprint("x") # <b>\n```')).toContain('<code>a &lt; b</code>')
  expect(html('```python\nif a < b:\n    pass\n```')).toContain('<code>if a &lt; b:\n    pass</code>')
})

it('drops HTML and links that lead out of the web', () => {
  expect(html('before <img src=x onerror=alert(1)> after <script>alert(1)</script>')).not.toMatch(/<img|<script/)
  expect(html('[go](javascript:alert(1))')).not.toContain('javascript:')
  expect(html('[go](/challenges)')).toContain('<a href="/challenges">go</a>')
})

it('writes lists and tables', () => {
  expect(html('1. one\n2. two')).toContain('<ol start="1"><li>one</li><li>two</li></ol>')
  expect(html('| a | b |\n| - | - |\n| 1 | 2 |')).toContain('<th scope="col">a</th>')
})

it('sets the judge’s code as code', () => {
  expect(renderToStaticMarkup(createElement(CodeText, { text: '`Node` #7 is alive' }))).toMatch(/^<code[^>]*>Node<\/code> #7 is alive$/)
})
