// The panels of an embedded program, as its address names them.
import { isViewId } from '../_components/workbench/bench/view-names.ts'
import type { SamplePanel } from '../_components/workbench/steppable-sample.tsx'

const usual: readonly SamplePanel[] = ['code', 'graph', 'memory', 'collector', 'table', 'object', 'time', 'console']

/** The named panels in the order given; the usual ones when none is known. */
export function panelsFrom(list: string): readonly SamplePanel[] {
  const named = list.split(',').filter((name): name is SamplePanel => name === 'code' || name === 'console' || name === 'time' || isViewId(name))
  return named.length > 0 ? [...new Set(named)] : usual
}
