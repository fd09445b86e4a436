import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { SeedWords } from '../../../src/engine/kernel/random.ts'
import { threefryHash } from '../kernel/threefry.ts'

/*
 * The model run with the engine's own keyed hash and with Threefry2x32-13, a published generator: the same county, other luck.
 * If the own hash had a flaw that the model can feel, the two sets of results would differ by more than luck.
 */

const random = '../../../src/engine/kernel/random.ts'
const replicates = 40
const lastYear = 2029

interface Figures {
  readonly names: readonly string[]
  /** [replicate][figure]. */
  readonly rows: readonly (readonly number[])[]
}

let state: { saved: Uint8Array; settings: object } | undefined

/** Runs the replicates from one common county; the first caller builds it. */
async function figures(): Promise<Figures> {
  const { liveYears } = await import('../../support/live-years.ts')
  const { seedWords } = await import('../../../src/engine/kernel/seed.ts')
  const { countySeries } = await import('../../../src/engine/record.ts')
  const rows: number[][] = []
  const live = liveYears()
  state ??= { saved: live.county.save(), settings: { ...live.built.settings } }
  Object.assign(live.built.settings, state.settings)
  for (let replicate = 1; replicate <= replicates; replicate++) {
    live.county.restore(state.saved)
    const seed = seedWords('reference', replicate)
    for (let year = 2026; year < lastYear; year++) live.year(year, { seed })
    rows.push([...live.year(lastYear, { seed }).county])
  }
  return { names: countySeries.map((column) => column.id), rows }
}

const meanOf = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length
const varianceOf = (values: readonly number[]): number => meanOf(values.map((x) => (x - meanOf(values)) ** 2)) * (values.length / (values.length - 1))

let own: Figures
let reference: Figures

beforeAll(async () => {
  own = await figures()
  vi.resetModules()
  vi.doMock(random, async (original) => {
    const real = await original<typeof import('../../../src/engine/kernel/random.ts')>()
    const { gumbelOffset, gumbelSlope, normalCell } = await import('../../../src/engine/kernel/variates.ts')
    return {
      ...real,
      keyedHash: threefryHash,
      drawsOf: (seed: SeedWords, year: number) => {
        const key = (stream: string, s0: number, s1: number): number => threefryHash(real.hashText(stream) ^ Math.imul(year, 0x2545f491), s0, s1)
        const keyed = (stream: string) => {
          const [a, b] = [key(stream, seed.s0, seed.s1), key(stream, seed.s1, seed.s0)]
          return (id: number): number => threefryHash(id, a, b)
        }
        const mapped = (f: (h: number) => number) => (stream: string) => {
          const draw = keyed(stream)
          return (id: number): number => f(draw(id))
        }
        return {
          k0: (stream: string) => key(stream, seed.s0, seed.s1),
          k1: (stream: string) => key(stream, seed.s1, seed.s0),
          stream: mapped((h) => (h >>> 0) / 2 ** 32),
          normal: mapped((h) => normalCell[h >>> 20]! + normalCell[(h >>> 8) & 4095]!),
          gumbel: mapped((h) => gumbelOffset[h >>> 21]! + (h & 2097151) * gumbelSlope[h >>> 21]!),
          lottery: mapped((h) => h >>> 0),
        }
      },
    }
  })
  reference = await figures()
}, 180_000)

afterAll(() => {
  vi.doUnmock(random)
  vi.resetModules()
})

test('both ran the same county, with different luck', () => {
  expect(reference.names).toEqual(own.names)
  expect(reference.rows[0]).not.toEqual(own.rows[0])
})

test('no figure of the county record differs in mean by more than luck allows', () => {
  const far: string[] = []
  let compared = 0
  own.names.forEach((name, i) => {
    const [a, b] = [own, reference].map(({ rows }) => rows.map((row) => row[i]!))
    const spread = Math.sqrt((varianceOf(a!) + varianceOf(b!)) / replicates)
    if (!(spread > 0)) return
    compared++
    // a few hundred figures, correlated: 4.5 standard errors happen by luck once in 150,000
    if (Math.abs(meanOf(a!) - meanOf(b!)) / spread > 4.5) far.push(`${name}: ${meanOf(a!)} and ${meanOf(b!)}`)
  })
  expect(compared).toBeGreaterThan(50)
  expect(far).toEqual([])
})

/** Largest distance between the distributions of two samples of equal size. */
function kolmogorovSmirnov(a: readonly number[], b: readonly number[]): number {
  const share = (values: readonly number[], x: number): number => values.filter((v) => v <= x).length / values.length
  return Math.max(...[...a, ...b].map((x) => Math.abs(share(a, x) - share(b, x))))
}

test('nor in distribution', () => {
  const far: string[] = []
  own.names.forEach((name, i) => {
    const [a, b] = [own, reference].map(({ rows }) => rows.map((row) => row[i]!).filter((x) => x === x))
    // with 40 and 40 values a distance of 0.6 happens by luck once in a million
    if (a!.length === replicates && b!.length === replicates && kolmogorovSmirnov(a!, b!) > 0.6) far.push(`${name}: ${kolmogorovSmirnov(a!, b!)}`)
  })
  expect(far).toEqual([])
})
