import { describe, expect, it } from 'vitest'
import { drawsOf } from '../../../src/engine/kernel/random.ts'
import { seedWords } from '../../../src/engine/kernel/seed.ts'
import { rankCandidates } from '../../../src/engine/norms/candidate-ranking.ts'
import { admitToSenior, channels, type AdmissionRule, type RankedCandidates } from '../../../src/engine/norms/quota-admission.ts'
import { fc } from '../../support/property.ts'

/** Candidates from rows of [score, unit, eligible], ranked by score then row. */
function ranked(rows: readonly (readonly [number, number, number?])[]): RankedCandidates {
  const score = rows.map((r) => r[0])
  const id = rows.map((_, i) => i)
  return {
    ranked: rankCandidates(Int32Array.from(id), score, () => 0, id),
    score,
    unit: rows.map((r) => r[1]),
    eligible: rows.map((r) => r[2] ?? 1),
  }
}

const run = (candidates: RankedCandidates, rule: Partial<AdmissionRule> & Pick<AdmissionRule, 'seats' | 'places'>) => {
  const channel = new Uint8Array(candidates.score.length)
  const result = admitToSenior(candidates, { order: 'open-first', floor: Infinity, returned: true, ...rule }, channel)
  return { ...result, channel: [...channel] }
}

describe('rankCandidates', () => {
  it('agrees with a comparator sort for negative, equal and huge scores', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 5, 5, 600.5))), (score) => {
        const id = score.map((_, i) => 1000 - i)
        const lottery = (k: number): number => (k * 37) % 11
        const expected = score
          .map((_, i) => i)
          .sort((a, b) => score[b]! - score[a]! || lottery(id[a]!) - lottery(id[b]!) || id[a]! - id[b]!)
        expect([...rankCandidates(Int32Array.from(score.keys()), score, lottery, id)]).toEqual(expected)
      }),
    )
  })

  it('agrees with a comparator sort where scores lie closer together than the range can tell', () => {
    const normal = drawsOf(seedWords('close', 1), 2025).normal('score')
    const id = Array.from({ length: 3000 }, (_, i) => i)
    for (const outlier of [0, 40, 1e6, 1e300]) {
      const score = id.map((i) => (i === 7 ? -outlier : normal(i)))
      const expected = id.slice().sort((a, b) => score[b]! - score[a]! || a - b)
      expect([...rankCandidates(Int32Array.from(id), score, () => 0, id)]).toEqual(expected)
    }
  })

  it('ranks only the rows it is given, long runs of ties included', () => {
    const score = new Array<number>(200).fill(1)
    const order = rankCandidates(
      Int32Array.from({ length: 100 }, (_, i) => 2 * i),
      score,
      (k) => -k,
      score.map((_, i) => i),
    )
    expect([...order]).toEqual(Array.from({ length: 100 }, (_, i) => 198 - 2 * i))
  })
})

describe('admission on paper', () => {
  // town: 90 80 70 60; village: 75 50 40
  const seven = ranked([
    [90, 0],
    [80, 0],
    [70, 0],
    [60, 0],
    [75, 1],
    [50, 1],
    [40, 1],
  ])

  it('without directed places the top of the ranking is admitted', () => {
    const result = run(seven, { seats: 3, places: [0, 0] })
    expect(result.channel).toEqual([1, 1, 0, 0, 1, 0, 0])
    expect(result).toMatchObject({ open: 3, quota: 0, openCut: 75, noQuotaLine: 75 })
  })

  it('open first: the next pupils of each school take its places', () => {
    // 4 places, 2 directed: open 90, 80; town next 70, village next 75
    const result = run(seven, { seats: 4, places: [1, 1] })
    expect(result.channel).toEqual([1, 1, 2, 0, 2, 0, 0])
    expect([...result.quotaCut]).toEqual([70, 75])
    // a directed cut above the open line cannot happen here, but 75 is above the 70 that all-open would need
    expect(result.noQuotaLine).toBe(70)
  })

  it('quota first: each school’s best take its places and the rest compete', () => {
    // 4 places, 2 directed: 90 and 75 by quota, then 80 and 70 open
    const result = run(seven, { seats: 4, places: [1, 1], order: 'quota-first' })
    expect(result.channel).toEqual([2, 1, 1, 0, 2, 0, 0])
    expect(result.openCut).toBe(70)
    // cut-offs above the open line do occur
    expect([...result.quotaCut]).toEqual([90, 75])
  })

  it('a floor leaves places unfilled; they return to open competition or lapse', () => {
    // 4 places, 2 for the village: all-open line 70, floor 10 below = 60: only 75 qualifies
    const returned = run(seven, { seats: 4, places: [0, 2], floor: 10 })
    expect(returned.channel).toEqual([1, 1, 1, 0, 1, 0, 0])
    expect(returned).toMatchObject({ open: 4, quota: 0, unfilled: 2 })
    const lapsed = run(seven, { seats: 4, places: [0, 2], floor: 10, returned: false })
    expect(lapsed.channel).toEqual([1, 1, 0, 0, 2, 0, 0])
    expect(lapsed).toMatchObject({ open: 2, quota: 1, unfilled: 1 })
  })

  it('a fixed control line works like a floor in points', () => {
    expect(run(seven, { seats: 4, places: [0, 2], controlLine: 50 })).toMatchObject({ open: 2, quota: 2 })
    expect(run(seven, { seats: 4, places: [0, 2], controlLine: 51, returned: false })).toMatchObject({ open: 2, quota: 1 })
  })

  it('only eligible pupils take directed places', () => {
    const mixed = ranked([
      [90, 0],
      [80, 0],
      [50, 1, 0],
      [40, 1, 1],
      [30, -1, 1],
    ])
    expect(run(mixed, { seats: 3, places: [0, 1] }).channel).toEqual([1, 1, 0, 2, 0])
  })

  it('admits everybody when places are plenty, and nobody when nobody applies', () => {
    expect(run(seven, { seats: 50, places: [5, 5] })).toMatchObject({ open: 7, quota: 0 })
    expect(run(ranked([]), { seats: 5, places: [1] })).toMatchObject({ open: 0, quota: 0, noQuotaLine: NaN, openCut: NaN })
  })

  it('refuses more directed places than places', () => {
    expect(() => run(seven, { seats: 3, places: [2, 2] })).toThrow('4 directed places of 3')
  })

  it('fills exactly the places there are whenever unfilled ones return', () => {
    const candidate = fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 1 }))
    fc.assert(
      fc.property(
        fc.array(candidate, { maxLength: 80 }),
        fc.array(fc.nat(6), { minLength: 5, maxLength: 5 }),
        fc.nat(30),
        fc.constantFrom('open-first' as const, 'quota-first' as const),
        fc.constantFrom(0, 5, Infinity),
        (rows, places, open, order, floor) => {
          const seats = open + places.reduce((a, b) => a + b, 0)
          const { channel, taken, ...result } = run(ranked(rows), { seats, places, order, floor })
          expect(result.open + result.quota).toBe(Math.min(seats, rows.length))
          expect(channel.filter((c) => c === channels.quota).length).toBe(result.quota)
          taken.forEach((n, u) => expect(n).toBeLessThanOrEqual(places[u]!))
        },
      ),
    )
  })
})

/*
 * V20 and V21: 8 rural juniors of 120 and 8 town juniors of 240 leavers; school means −2g/3 or +g/3 plus noise, between-school
 * variance 0.2, within 0.8; key seats 25 % of leavers; directed places by headcount; no behaviour, no floor.
 */
describe('V20, V21: the arithmetic of directed places', () => {
  const rural = Array.from({ length: 16 }, (_, j) => j < 8)
  const size = rural.map((isRural) => (isRural ? 120 : 240))
  const leavers = 2880
  const seats = leavers / 4
  const unit = Uint8Array.from(size.flatMap((n, j) => new Array<number>(n).fill(j)))
  const id = Int32Array.from(unit.keys())
  const eligible = new Uint8Array(leavers).fill(1)

  const experiment = (g: number, share: number, order: AdmissionRule['order'], floor = Infinity, trials = 200) => {
    let gap = 0
    let depth = 0
    let above = 0
    for (let trial = 0; trial < trials; trial++) {
      const draws = drawsOf(seedWords('V20', trial), 2025)
      const schoolNoise = draws.normal('school')
      const pupilNoise = draws.normal('pupil')
      const between = Math.sqrt(0.2 - (2 / 9) * g * g)
      const score = Float64Array.from(
        unit,
        (j, i) => (rural[j] ? (-2 * g) / 3 : g / 3) + between * schoolNoise(j) + Math.sqrt(0.8) * pupilNoise(i),
      )
      const channel = new Uint8Array(leavers)
      const order0 = rankCandidates(id, score, draws.lottery('tie'), id)
      const places = size.map((n) => Math.round((share * seats * n) / leavers))
      const result = admitToSenior({ ranked: order0, score, unit, eligible }, { seats, places, order, floor, returned: true }, channel)
      expect(result.open + result.quota).toBe(seats)
      const admitted = [0, 0]
      channel.forEach((c, i) => c && admitted[rural[unit[i]!] ? 1 : 0]!++)
      gap += admitted[0]! / 1920 - admitted[1]! / 960
      const cuts = [...result.quotaCut].filter((cut) => !Number.isNaN(cut))
      if (cuts.length) depth += result.noQuotaLine - Math.min(...cuts)
      if (cuts.some((cut) => cut > result.openCut)) above++
    }
    return { gap: gap / trials, depth: depth / trials, above: above / trials }
  }

  it('baseline gap is about 11.9 points at 0.4 SD and 20.5 at 0.7 SD', () => {
    expect(experiment(0.4, 0, 'open-first').gap).toBeCloseTo(0.119, 1)
    expect(Math.abs(experiment(0.4, 0, 'open-first').gap - 0.119)).toBeLessThan(0.012)
    expect(Math.abs(experiment(0.7, 0, 'open-first').gap - 0.205)).toBeLessThan(0.012)
  })

  it('V20: at 50 % open-first closes about twice as much as quota-first, and every step of the share closes more', () => {
    const shares = [0, 0.3, 0.5, 0.7]
    const openFirst = shares.map((share) => experiment(0.4, share, 'open-first').gap)
    const quotaFirst = shares.map((share) => experiment(0.4, share, 'quota-first').gap)
    const ratio = (openFirst[0]! - openFirst[2]!) / (quotaFirst[0]! - quotaFirst[2]!)
    expect(ratio).toBeGreaterThan(1.5)
    expect(ratio).toBeLessThan(2.5)
    for (const gaps of [openFirst, quotaFirst]) for (let i = 1; i < gaps.length; i++) expect(gaps[i]!).toBeLessThan(gaps[i - 1]!)
  })

  it('V21: at 50 % the lowest directed cut lies 0.3 to 0.7 SD under the no-quota line', () => {
    const { depth } = experiment(0.4, 0.5, 'open-first')
    expect(depth).toBeGreaterThan(0.3)
    expect(depth).toBeLessThan(0.7)
  })

  it('some directed cuts lie above the open line when schools choose first', () => {
    expect(experiment(0.4, 0.5, 'quota-first').above).toBeGreaterThan(0.5)
  })

  it('a floor 0.3 SD below the no-quota line undoes a quarter to a third of the closing', () => {
    const none = experiment(0.4, 0, 'open-first').gap
    const free = experiment(0.4, 0.5, 'open-first').gap
    const floored = experiment(0.4, 0.5, 'open-first', 0.3).gap
    const undone = (floored - free) / (none - free)
    expect(undone).toBeGreaterThan(0.2)
    expect(undone).toBeLessThan(0.42)
  })
})
