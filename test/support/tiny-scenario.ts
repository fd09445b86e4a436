import type { Scenario } from '../../src/engine/index.ts'

/**
 * A scenario for engines that are not the real one: two arms, four years, no county to speak of.
 * The runner never looks inside the county, so none is given.
 */
export const tinyScenario = (seed = 'one'): Scenario => ({
  id: 'tiny',
  title: { en: 'Tiny', zh: '极小' },
  seed,
  years: { from: 2026, to: 2029 },
  replicates: 3,
  county: { id: 'tiny' } as Scenario['county'],
  behaviour: {},
  arms: [
    { id: 'status-quo', policies: [] },
    { id: 'other', policies: [] },
  ],
})
