import { readFileSync } from 'node:fs'
import type { CountyDescription } from '../../../src/engine/county/description.ts'
import type { Series } from '../../../src/engine/record.ts'
import type { PolicyUse, Scenario } from '../../../src/engine/scenario.ts'
import { createEngine } from '../../../src/engine/simulate.ts'

const plain = JSON.parse(readFileSync('scenarios/counties/plain-county.json', 'utf8')) as CountyDescription

/** The plain county at a fourteenth of its size, with every form of school: fast enough to run for every lever. */
export const littleCounty: CountyDescription = {
  ...plain,
  id: 'little-county',
  seed: 'little-county',
  radius: 14,
  townships: 3,
  neighbourhoods: 3,
  villages: 9,
  schools: [
    { form: 'primary', kind: 'county-town', owner: 'county', count: 2, size: 2.5 },
    { form: 'primary', kind: 'county-town', owner: 'private', count: 1, size: 1.5 },
    { form: 'primary', kind: 'township', owner: 'county', count: 3, size: 1.2 },
    { form: 'primary', kind: 'rural', owner: 'county', count: 4, size: 0.7 },
    { form: 'teaching-point', kind: 'rural', owner: 'county', count: 3, size: 0.1 },
    { form: 'nine-year', kind: 'township', owner: 'county', count: 1, size: 0.6 },
    { form: 'junior', kind: 'county-town', owner: 'county', count: 2, size: 1.4 },
    { form: 'junior', kind: 'township', owner: 'county', count: 2, size: 0.9 },
    { form: 'junior', kind: 'rural', owner: 'county', count: 1, size: 0.6 },
  ],
  rolls: { primary: 2900, junior: 1500 },
}

const engine = createEngine()

/** Runs the little county for some years; the first arm is the status quo. */
export function runLittle(arms: readonly (readonly PolicyUse[])[], to = 2031, replicate = 1): readonly Series[] {
  const scenario: Scenario = {
    id: 'little',
    title: { en: 'little', zh: '小县' },
    seed: 'little',
    years: { from: 2025, to },
    replicates: 1,
    county: littleCounty,
    behaviour: {},
    arms: [[], ...arms].map((policies, i) => ({ id: `arm-${i}`, policies })),
  }
  const run = engine.replicate(scenario, replicate)
  for (;;) {
    const step = run.next()
    if (step.done) return step.value
  }
}
