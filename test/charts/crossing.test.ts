import { describe, expect, it } from 'vitest'
import { crossed, watchCrossings } from '../../src/app/charts/prepare/crossing.ts'
import type { Standing } from '../../src/app/theme/encodings.ts'

const marks = (...standings: readonly Standing[]) => standings.map((standing, section) => ({ section, standing }))

describe('a school crosses the standard', () => {
  it('from below to above or back; near the standard is still below it', () => {
    expect([...crossed(marks('fails', 'near', 'meets', 'meets', 'fails'), marks('meets', 'meets', 'near', 'fails', 'near'))]).toEqual([0, 1, 2, 3])
  })
  it('not while it stays, nor when it comes into the calculation or leaves it', () => {
    expect(crossed(marks('meets', 'fails', 'none', 'meets'), [...marks('meets', 'fails', 'meets', 'none'), { section: 9, standing: 'meets' as const }]).size).toBe(0)
  })
})

describe('who has crossed between two pictures', () => {
  it('is told when the year alone has changed, for as long as that year is shown', () => {
    const watch = watchCrossings()
    const runs = {}
    expect(watch(2030, [runs, 'Q2'], marks('fails', 'meets')).size).toBe(0)
    expect([...watch(2031, [runs, 'Q2'], marks('meets', 'meets'))]).toEqual([0])
    expect([...watch(2031, [runs, 'Q2'], marks('meets', 'meets'))]).toEqual([0])
    expect([...watch(2032, [runs, 'Q2'], marks('meets', 'meets'))]).toEqual([])
    // back a year it crosses the other way
    expect([...watch(2030, [runs, 'Q2'], marks('fails', 'meets'))]).toEqual([0])
  })
  it('is nobody while a lever moves, also where the year moves with it, and nobody on the first look', () => {
    const watch = watchCrossings()
    watch(2030, [{}, 'Q2'], marks('fails'))
    expect(watch(2030, [{}, 'Q2'], marks('meets')).size).toBe(0)
    expect(watch(2031, [{}, 'Q2'], marks('fails')).size).toBe(0)
    const runs = {}
    watch(2031, [runs, 'Q2'], marks('fails'))
    expect(watch(2031, [runs, 'Q3'], marks('meets')).size).toBe(0)
  })
})
