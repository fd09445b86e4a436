import { describe, expect, it } from 'vitest'
import { whyYear } from '../../src/app/charts/prepare/why.ts'
import { items, levels, type TraceYear } from '../../src/engine/index.ts'

const column = items.findIndex(({ id }) => id === 'Q6') * levels.length
const at = (value: number): Float64Array => new Float64Array(items.length * levels.length).fill(0.3).fill(value, column, column + 1)
const nobody = { teacher: new Int32Array(0), from: new Int16Array(0), to: new Int16Array(0), cause: new Uint8Array(0), backbone: new Uint8Array(0) }
const year = (steps: readonly (readonly [string, number])[]): TraceYear => ({ year: 2027, before: at(0.5), steps: steps.map(([step, value]) => ({ step, after: at(value) })), moves: nobody })

describe('why a coefficient changed', () => {
  it('tells what funding buys and what is written off as two bars, each with its name, that add up to the change', () => {
    const why = whyYear([year([['school-standardisation', 0.5], ['funding', 0.44], ['depreciation', 0.46], ['intake', 0.47]])], 2027, 'Q6', 'primary')!
    expect(why.bars.map(({ mechanism, name }) => [mechanism, name.zh, name.en])).toEqual([
      ['funding', '经费购置与更新', 'what funding buys'],
      ['depreciation', '折旧报废', 'wear and write-off'],
      ['intake', '生源变化（按片区）', 'births and moves, by zone'],
    ])
    expect(why.bars.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(why.after - why.before, 12)
    expect(why.bars[0]!.change).toBeCloseTo(-0.06, 12)
    expect(why.bars[1]!.change).toBeCloseTo(0.02, 12)
  })

  it('sums the smallest of more than eight in the last bar, and loses nothing', () => {
    const steps = Array.from({ length: 10 }, (_, i) => [`step-${i}`, 0.5 - (i + 1) / 100 - (i === 3 ? 0 : 0.001 * i)] as const)
    const why = whyYear([year(steps)], 2027, 'Q6', 'primary')!
    expect(why.bars).toHaveLength(8)
    expect(why.bars.at(-1)!.mechanism).toBe('rest')
    expect(why.bars.reduce((sum, { change }) => sum + change, 0)).toBeCloseTo(why.after - why.before, 12)
  })
})
