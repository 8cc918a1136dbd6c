// The views of a moment, in the order of their tabs.

export const viewNames = {
  graph: 'Names and objects',
  memory: 'Memory',
  collector: 'Collector',
  table: 'Table',
  compare: 'Compare',
  object: 'Object',
} as const

export type ViewId = keyof typeof viewNames

export const viewIds = Object.keys(viewNames) as readonly ViewId[]

export function isViewId(value: string): value is ViewId {
  return Object.hasOwn(viewNames, value)
}
