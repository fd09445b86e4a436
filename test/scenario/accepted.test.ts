import { describe, expect, it } from 'vitest'
import {
  behaviourGroups,
  createEngine,
  policies,
  type CountyDescription,
  type Parameter,
  type Parameters,
  type PolicyUse,
  type Scenario,
} from '../../src/engine/index.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readScenarioValue } from '../../src/scenario/parse.ts'
import { readCountyValue } from '../../src/scenario/read-county.ts'
import { smallCountyDescription } from '../cli/small-county.ts'
import { fc } from '../support/property.ts'

/*
 * What reading accepts, the engine can run: whatever county passes the checks is built, whatever values lie within the
 * declared ranges are simulated. Nothing that a file may say ends in an exception.
 */

/** Runs one replicate of all arms to its end. */
function simulate(scenario: Scenario): void {
  const years = createEngine().replicate(scenario, 1)
  let step = years.next()
  while (!step.done) step = years.next()
  for (const series of step.value) expect(series.years.at(-1)).toBe(scenario.years.to)
}

const scenarioOf = (county: CountyDescription, years: number, rest: Partial<Scenario> = {}): Scenario => ({
  id: 'any',
  title: county.title,
  seed: 'any',
  years: { from: county.year, to: county.year + years },
  replicates: 1,
  county,
  behaviour: {},
  arms: [{ id: 'reference', policies: [] }],
  ...rest,
})

const group = fc.record({
  form: fc.constantFrom('teaching-point', 'primary', 'nine-year', 'junior', 'complete-secondary', 'twelve-year'),
  kind: fc.constantFrom('county-town', 'township', 'rural'),
  owner: fc.constantFrom('county', 'county', 'other-public', 'private'),
  count: fc.nat(6),
  size: fc.constantFrom(0.05, 0.5, 1, 3),
})

/** One ordinary school of each level, so that most draws are counties at all. */
const ordinary = [
  { form: 'primary', kind: 'township', owner: 'county', count: 2, size: 1 },
  { form: 'junior', kind: 'county-town', owner: 'county', count: 1, size: 1 },
]

const changes = fc.record(
  {
    schools: fc.array(group, { minLength: 1, maxLength: 6 }).map((groups) => [...ordinary, ...groups]),
    rolls: fc
      .tuple(fc.integer({ min: 600, max: 8000 }), fc.double({ min: 0.2, max: 1.2, noNaN: true }))
      .map(([primary, ratio]) => ({ primary, junior: Math.ceil(primary * ratio) })),
    townships: fc.integer({ min: 1, max: 6 }),
    villages: fc.nat(4),
    neighbourhoods: fc.integer({ min: 1, max: 3 }),
    seniors: fc.constantFrom([{ seatShare: 0 }], [{ seatShare: 0.5 }], [{ seatShare: 0.1 }, { seatShare: 0.1 }, { seatShare: 0.1 }]),
    radius: fc.constantFrom(1, 40, 500),
    year: fc.constantFrom(2016, 2019, 2022, 2024, 2026, 2027),
  },
  { requiredKeys: [] },
)

describe('every county that passes the checks', () => {
  it('is built and lives for six years', () => {
    let built = 0
    fc.assert(
      fc.property(changes, (change) => {
        const { county } = readCountyValue({ ...smallCountyDescription(), ...change })
        if (county === undefined) return
        simulate(scenarioOf(county, 6))
        built++
      }),
      { numRuns: 60, seed: 7 },
    )
    expect(built).toBeGreaterThan(20)
  }, 120_000)
})

const valueOf = (parameter: Parameter): fc.Arbitrary<number | string> =>
  parameter.unit === 'choice'
    ? fc.constantFrom(...Object.keys(parameter.choices))
    : fc.oneof(
        fc.constantFrom(...parameter.range, parameter.default),
        fc.double({ min: parameter.range[0], max: parameter.range[1], noNaN: true }),
      )

const valuesOf = (parameters: Parameters) =>
  fc.record(Object.fromEntries(Object.entries(parameters).map(([name, parameter]) => [name, valueOf(parameter)])), { requiredKeys: [] })

const scope = fc.record(
  {
    kinds: fc.constantFrom(['rural' as const], ['county-town' as const, 'township' as const]),
    level: fc.constantFrom('primary' as const, 'junior' as const),
    schools: fc.constant([1, 2, 16]),
  },
  { requiredKeys: [] },
)

const use = fc.constantFrom(...policies).chain((policy) =>
  fc.record(
    {
      use: fc.constant(policy.id),
      from: fc.integer({ min: 2026, max: 2028 }),
      to: fc.integer({ min: 2028, max: 2031 }),
      ramp: fc.integer({ min: 1, max: 4 }),
      where: scope,
      set: valuesOf(policy.parameters as Parameters),
    },
    { requiredKeys: ['use', 'from', 'set'] },
  ),
)

const behaviour = fc
  .constantFrom(...behaviourGroups)
  .chain(({ id, parameters }) =>
    valuesOf(parameters).map((values) => Object.fromEntries(Object.entries(values).map(([name, value]) => [`${id}.${name}`, value!]))),
  )

describe('every value within the declared ranges', () => {
  it('is simulated, in any company of policies', () => {
    let run = 0
    fc.assert(
      fc.property(fc.array(use, { minLength: 1, maxLength: 4 }), behaviour, (uses, constants) => {
        const county = smallCountyDescription()
        const scenario = scenarioOf(county, 6, {
          behaviour: constants,
          arms: [
            { id: 'reference', policies: [] },
            { id: 'other', policies: uses as unknown as readonly PolicyUse[] },
          ],
        })
        const read = readScenarioValue({ format: 1, ...scenario }, { registry: ownRegistry, loadCounty: () => undefined })
        if (read.scenario === undefined) return
        simulate(read.scenario)
        run++
      }),
      { numRuns: 60, seed: 11 },
    )
    expect(run).toBeGreaterThan(20)
  }, 240_000)
})
