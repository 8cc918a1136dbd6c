// The raw words of an object's blocks, each with its C field and what it says.
import type { MemoryBlockView, ObjectSerial, WordView } from '#lib/engine/index.ts'
import { hex } from '../../heap/heap-model.ts'
import type { Focus } from '../model/focus.ts'
import { ObjectButton } from '../object-button.tsx'

interface WordsViewProps {
  readonly blocks: readonly MemoryBlockView[]
  readonly nameOf: (serial: ObjectSerial) => string | null
  readonly focus: Focus
}

/** One table a block. */
export function WordsView({ blocks, nameOf, focus }: WordsViewProps) {
  if (blocks.length === 0) return <p className="text-sm text-faint">Its memory is not modelled word by word.</p>
  return blocks.map((block) => (
    <div key={`${block.role} ${block.address}`} className="words" role="region" aria-label={`Bytes of ${block.role}`} tabIndex={0}>
      <table>
        <caption>
          <span className="font-mono">{block.role === 'object' ? 'the object' : block.role}</span> at <span className="hex">{hex(block.address)}</span>: {block.requestedBytes.toLocaleString('en')} bytes
          {block.blockBytes > block.requestedBytes ? `, in a block of ${block.blockBytes.toLocaleString('en')}` : ''}
        </caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Offset</th>
            <th scope="col">Word</th>
            <th scope="col">Field</th>
            <th scope="col">Meaning</th>
          </tr>
        </thead>
        <tbody>
          {block.words.map((word) => (
            <tr key={word.offset}>
              <td className="word-offset">{word.offset < 0 ? `−${-word.offset}` : word.offset}</td>
              <td className="word-hex">{hexOf(word)}</td>
              <td className="word-label">{word.label}</td>
              <td>
                {word.target === null ? (
                  word.meaning
                ) : (
                  <ObjectButton serial={word.target} focus={focus}>→ {nameOf(word.target) ?? word.meaning.replace(/^→ /, '')}</ObjectButton>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {block.omittedWords > 0 ? <p className="text-sm text-faint">and {block.omittedWords.toLocaleString('en')} more words</p> : null}
    </div>
  ))
}

/** All sixteen digits, so that the columns stand still. */
function hexOf({ hex: value, bytes }: WordView): string {
  if (value === null) return '·'.repeat(Math.min(16, bytes * 2))
  return value.slice(2).padStart(bytes * 2, '0')
}
