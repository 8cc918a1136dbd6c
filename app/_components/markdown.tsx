// Markdown as React elements. No HTML passes through, so that a statement cannot carry a script, whoever wrote it.
import { Fragment, type ReactNode } from 'react'
import { marked, type Token, type Tokens } from 'marked'

/** A text in GitHub's Markdown. Headings start at h2, because the page has its own h1. */
export function Markdown({ text }: { readonly text: string }) {
  return <div className="prose">{blocks(marked.lexer(text))}</div>
}

function blocks(tokens: readonly Token[]): ReactNode[] {
  return tokens.map((token, index) => <Fragment key={index}>{block(token)}</Fragment>)
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'heading': {
      const { depth, tokens } = token as Tokens.Heading
      return depth <= 2 ? <h2>{inlines(tokens)}</h2> : <h3>{inlines(tokens)}</h3>
    }
    case 'paragraph':
      return <p>{inlines((token as Tokens.Paragraph).tokens)}</p>
    case 'code':
      return (
        <pre role="group" tabIndex={0} aria-label="Code sample">
          <code>{(token as Tokens.Code).text}</code>
        </pre>
      )
    case 'blockquote':
      return <blockquote>{blocks((token as Tokens.Blockquote).tokens)}</blockquote>
    case 'list':
      return list(token as Tokens.List)
    case 'table':
      return table(token as Tokens.Table)
    case 'hr':
      return <hr />
    case 'text': {
      const { tokens, text } = token as Tokens.Text
      return tokens === undefined ? text : inlines(tokens)
    }
    case 'space':
    case 'html':
      return null
    default:
      return 'raw' in token ? token.raw : null
  }
}

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const lines = items.map((item, index) => <li key={index}>{blocks(item.tokens)}</li>)
  return ordered ? <ol start={start === '' ? 1 : start}>{lines}</ol> : <ul>{lines}</ul>
}

function table({ header, rows }: Tokens.Table): ReactNode {
  return (
    <div className="overflow-x-auto" role="region" aria-label="Table" tabIndex={0}>
      <table>
        <thead>
          <tr>
            {header.map((cell, index) => (
              <th key={index} scope="col">
                {inlines(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, line) => (
            <tr key={line}>
              {row.map((cell, index) => (
                <td key={index}>{inlines(cell.tokens)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function inlines(tokens: readonly Token[] | undefined): ReactNode[] {
  return (tokens ?? []).map((token, index) => <Fragment key={index}>{inline(token)}</Fragment>)
}

function inline(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong>{inlines((token as Tokens.Strong).tokens)}</strong>
    case 'em':
      return <em>{inlines((token as Tokens.Em).tokens)}</em>
    case 'del':
      return <del>{inlines((token as Tokens.Del).tokens)}</del>
    case 'codespan':
      return <code>{unescapeEntities((token as Tokens.Codespan).text)}</code>
    case 'br':
      return <br />
    case 'link': {
      const { href, tokens } = token as Tokens.Link
      return /^(https?:|\/|#)/.test(href) ? <a href={href}>{inlines(tokens)}</a> : inlines(tokens)
    }
    case 'text':
    case 'escape': {
      const { tokens, text } = token as Tokens.Text
      return tokens === undefined ? unescapeEntities(text) : inlines(tokens)
    }
    case 'html':
      return null
    default:
      return 'raw' in token ? token.raw : null
  }
}

const entities: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }

/** The lexer escapes for HTML; React escapes by itself. */
function unescapeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => entities[entity] ?? entity)
}
