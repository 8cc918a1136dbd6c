// The forms in which people write an answer: `1`, `one`, `56 bytes`, `56B`, `0x38`, `1,033`, `True`, `yes`, `line 7`, `'text'`.

const WORDS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve']
const UNITS = '(?:b|bytes?|blocks?|characters?|references?|refs?|objects?|times?|names?|items?|collections?|steps?|elements?)'
const NUMBER = new RegExp(`^(?:line\\s*|=\\s*)?([-+]?(?:\\d[\\d_,' ]*|0x[0-9a-f]+))(?:\\.0*)?\\s*${UNITS}?$`)
const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', 't', 'same', 'equal'])
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', 'f', 'different', 'not'])
const NEVER: ReadonlySet<string> = new Set(['never', 'not at all', 'no line', 'none', 'it stays alive', 'stays alive', 'at the end', 'end', 'does not die'])

/** An answer as the interpreter would write it, judged by what the right one looks like; null when it cannot be meant so. */
export function canonicalAnswer(written: string, truth: string): string | null {
  const text = unquoted(written, truth).replace(/\s+/g, ' ')
  const plain = text.toLowerCase().replace(/\.$/, '')
  if (text === '') return null
  if (truth === 'True' || truth === 'False') return YES.has(plain) || plain === '1' ? 'True' : NO.has(plain) || plain === '0' ? 'False' : null
  if (truth === 'None') return ['none', 'null', 'nothing'].includes(plain) ? 'None' : text
  if (/^-?\d+$/.test(truth) || truth === 'never' || truth === 'immortal') {
    if (plain === 'none' && truth !== 'never') return '0'
    return NEVER.has(plain) ? 'never' : (numberIn(plain) ?? (plain === 'immortal' ? plain : null))
  }
  return text === truth ? truth : sameText(text, truth) ? truth : text
}

/** Quotes that the interpreter would not print are the writer's own. */
function unquoted(written: string, truth: string): string {
  const text = written.trim().replace(/^`(.*)`$/, '$1').trim()
  const [, inside] = /^(?:'(.*)'|"(.*)"|“(.*)”|‘(.*)’)$/.exec(text)?.filter((part) => part !== undefined) ?? []
  return inside === undefined || /^['"]/.test(truth) ? text : inside.trim()
}

function numberIn(text: string): string | null {
  const [first = ''] = text.split(' ')
  const word = WORDS.indexOf(first)
  if (word >= 0) return String(word)
  const digits = NUMBER.exec(text)?.[1]?.replace(/[_,' ]/g, '')
  return digits === undefined ? null : String(Number(digits))
}

/** Quotes and spaces around commas and brackets make no difference. */
function sameText(one: string, other: string): boolean {
  const bare = (text: string) => text.replace(/^(['"])(.*)\1$/, '$2').replace(/"/g, "'").replace(/\s*([,:()[\]{}])\s*/g, '$1').replace(/\s+/g, ' ').trim()
  return bare(one) === bare(other)
}

/** An answer of several parts: `id: text`, one a line. */
export function answerLines(source: string): ReadonlyMap<string, string> {
  const lines = source.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'))
  return new Map(
    lines.flatMap((line) => {
      const [, id, text] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
      return id === undefined || text === undefined ? [] : [[id, text] as const]
    }),
  )
}
