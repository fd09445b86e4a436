import { describe, expect, it } from 'vitest'
import { Trail, type TrailParts } from '../../../../src/app/stores/runs/trail.svelte.ts'
import type { Series } from '../../../../src/engine/index.ts'

/** Runs that are told apart by their replicate only. */
const runs = (replicate: number): readonly Series[] => [{ replicate } as Series]

/** Lower pictures of a page whose pictures take so many milliseconds, and whose time passes when it is told to. */
function page(drawing: number) {
  let now = 0
  const due: { at: number; call: () => void }[] = []
  const put = (call: () => void, milliseconds: number) => due.push({ at: now + milliseconds, call })
  const parts: TrailParts = { clock: () => now, afterPicture: (call) => put(call, drawing), later: put }
  /** Goes on by so many milliseconds, and does what is due on the way. */
  const pass = (milliseconds: number) => {
    const end = now + milliseconds
    for (;;) {
      const next = due.filter((one) => one.at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      due.splice(due.indexOf(next), 1)
      now = next.at
      next.call()
    }
    now = end
  }
  return { trail: new Trail(parts), pass }
}

const shown = (trail: Trail): readonly (number | undefined)[] => [trail.map, trail.swarm, trail.words].map((one) => one[0]?.replicate)

describe('lower pictures', () => {
  it('follow two pictures later, one after another, each a picture after the one before it', () => {
    const { trail, pass } = page(10)
    trail.follow(runs(1))
    pass(19)
    expect(shown(trail)).toEqual([undefined, undefined, undefined])
    pass(1)
    expect(shown(trail)).toEqual([1, undefined, undefined])
    pass(10)
    expect(shown(trail)).toEqual([1, 1, undefined])
    pass(10)
    expect(shown(trail)).toEqual([1, 1, 1])
  })
  it('leave 100 ms to upper pictures of 20 ms before they follow again, and end at the last one', () => {
    const { trail, pass } = page(20)
    trail.follow(runs(1))
    pass(80)
    expect(shown(trail)).toEqual([1, 1, 1])
    // from 80 on there is a newer picture every 20 ms: none of them before 80 + 100
    for (const newer of [2, 3, 4, 5, 6]) {
      trail.follow(runs(newer))
      pass(19)
      expect(shown(trail)).toEqual([1, 1, 1])
      pass(1)
    }
    expect(shown(trail)).toEqual([6, 1, 1])
    // what comes during a turn is shown by the parts that are not done yet, then by all
    trail.follow(runs(7))
    pass(40)
    expect(shown(trail)).toEqual([6, 7, 7])
    pass(1000)
    expect(shown(trail)).toEqual([7, 7, 7])
  })
  it('leave the more, the slower the upper pictures are: 625 ms to those of 50 ms, a second at most', () => {
    for (const [drawing, left] of [
      [50, 625],
      [200, 1000],
    ] as const) {
      const { trail, pass } = page(drawing)
      trail.follow(runs(1))
      pass(4 * drawing)
      trail.follow(runs(2))
      pass(left - 1)
      expect([drawing, ...shown(trail)]).toEqual([drawing, 1, 1, 1])
      pass(1)
      expect([drawing, ...shown(trail)]).toEqual([drawing, 2, 1, 1])
    }
  })
  it('are all shown at once at rest, and what was under way does not come after it', () => {
    const { trail, pass } = page(10)
    trail.follow(runs(1))
    pass(20)
    expect(shown(trail)).toEqual([1, undefined, undefined])
    trail.show(runs(2))
    expect(shown(trail)).toEqual([2, 2, 2])
    pass(1000)
    expect(shown(trail)).toEqual([2, 2, 2])
    trail.follow(runs(3))
    pass(1000)
    expect(shown(trail)).toEqual([3, 3, 3])
  })
})
