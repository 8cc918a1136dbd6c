// A megabyte of source.
import { ends, lines } from '../adversary.ts'
import type { Adversary } from '../adversary.ts'

export const bigSource: readonly Adversary[] = [
  ...ends('step-limit', {
    src_1mb: 'x=1\n'.repeat(250_000),
  }),
  ...ends('memory-limit', {
    src_1mb_names: lines('\n', 60_000, (i) => `v${i}=${i}`),
    src_fold: 'x="a"*1000*1000*1000*1000\n',
    src_fold2: 'x=(1,)*1000*1000*1000*1000\n',
    src_fold3: 'x=2**1000**1000\n',
    src_fold4: 'x=1<<1000000000000\n',
  }),
  ...ends('ok', {
    src_1mb_line: 'x=[' + '1,'.repeat(500_000) + ']\n',
    src_1mb_strs: 'x=[' + '"abc",'.repeat(150_000) + ']\n',
    src_1mb_comment: '#' + 'x'.repeat(1_000_000) + '\n',
    src_1mb_string: 'x="' + 'y'.repeat(1_000_000) + '"\n',
    src_blank: '\n'.repeat(1_000_000),
  }),
]
