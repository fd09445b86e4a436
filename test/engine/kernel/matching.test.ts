import { describe, expect, test } from 'vitest'
import { deferredAcceptance, type Applicant } from '../../../src/engine/kernel/matching.ts'
import { fc } from '../../support/property.ts'

const match = (wants: readonly (readonly number[])[], room: readonly number[], priority: readonly (readonly number[])[]): number[] =>
  deferredAcceptance(
    wants.map((list, row) => ({ row, wants: list })),
    (target) => room[target]!,
    (who, target) => priority[target]![who.row]!,
  )

describe('an example worked by hand', () => {
  // targets A = 0 and B = 1 hold one each; three applicants; A prefers 2 > 1 > 0, B prefers 0 > 2 > 1.
  // Round 1: 0 → A, 1 → A, 2 → B. A keeps 1, refuses 0. Round 2: 0 → B; B keeps 0, refuses 2. Round 3: 2 → A; A keeps 2,
  // refuses 1. Round 4: 1 → B; B keeps 0. So 0 has B, 2 has A, 1 has nothing.
  const priority = [[1, 2, 3], [3, 1, 2]]

  test('ends where the rounds on paper end', () => {
    expect(match([[0, 1], [0, 1], [1, 0]], [1, 1], priority)).toEqual([1, -1, 0])
  })

  test('with room for two at A nobody is left over', () => {
    // A keeps 0 and 1 at once, B keeps 2
    expect(match([[0, 1], [0, 1], [1, 0]], [2, 1], priority)).toEqual([0, 0, 1])
  })

  test('who wants nothing, or only what has no room, gets nothing', () => {
    expect(match([[], [0], [1]], [0, 1], priority)).toEqual([-1, -1, 1])
  })
})

/** Markets of up to 12 applicants and 5 targets, with strict priorities. */
const markets = fc
  .record({ n: fc.integer({ min: 1, max: 12 }), m: fc.integer({ min: 1, max: 5 }) })
  .chain(({ n, m }) =>
    fc.record({
      wants: fc.array(fc.shuffledSubarray(Array.from({ length: m }, (_, i) => i)), { minLength: n, maxLength: n }),
      room: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: m, maxLength: m }),
      priority: fc.array(fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i), { minLength: n }), { minLength: m, maxLength: m }),
    }),
  )

describe('every market', () => {
  test('is filled within room, with wanted targets only, and stably', () => {
    fc.assert(
      fc.property(markets, ({ wants, room, priority }) => {
        const placed = match(wants, room, priority)
        room.forEach((places, t) => expect(placed.filter((p) => p === t).length).toBeLessThanOrEqual(places))
        wants.forEach((list, i) => {
          if (placed[i]! >= 0) expect(list).toContain(placed[i])
          const better = placed[i]! < 0 ? list : list.slice(0, list.indexOf(placed[i]!))
          for (const t of better) {
            const held = placed.flatMap((p, j) => (p === t ? [j] : []))
            // no target that i would rather have has a free place or somebody with a weaker claim
            expect(held.length).toBe(room[t])
            for (const j of held) expect(priority[t]![j]!).toBeGreaterThan(priority[t]![i]!)
          }
        })
      }),
      { seed: 3, numRuns: 200 },
    )
  })

  test('has one result, whatever the order in which applicants stand', () => {
    fc.assert(
      fc.property(markets, fc.infiniteStream(fc.integer({ min: 0, max: 1 << 20 })), ({ wants, room, priority }, keys) => {
        const shuffled = wants.map((list, row): Applicant & { key: number } => ({ row, wants: list, key: keys.next().value as number })).sort((a, b) => a.key - b.key)
        const placed = deferredAcceptance(shuffled, (t) => room[t]!, (who, t) => priority[t]![who.row]!)
        const expected = match(wants, room, priority)
        shuffled.forEach((who, i) => expect(placed[i]).toBe(expected[who.row]))
      }),
      { seed: 4, numRuns: 200 },
    )
  })

  test('gives applicants the best stable result: nobody does better when a later applicant stays away', () => {
    fc.assert(
      fc.property(markets, ({ wants, room, priority }) => {
        const all = match(wants, room, priority)
        const fewer = match(wants.map((list, i) => (i === wants.length - 1 ? [] : list)), room, priority)
        for (let i = 0; i + 1 < wants.length; i++) {
          const rank = (t: number): number => (t < 0 ? Infinity : wants[i]!.indexOf(t))
          expect(rank(fewer[i]!)).toBeLessThanOrEqual(rank(all[i]!))
        }
      }),
      { seed: 5, numRuns: 200 },
    )
  })
})
