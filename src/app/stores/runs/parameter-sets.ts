import { behaviourGroups, numbersCounter, parameterSets, policies, shortSet, type ParameterSet, type Scenario } from '../../../engine/index.ts'

/** Parameter sets drawn where no accepted ones exist: as many as the command `hengtu uncertainty` draws. */
const setsDrawn = 16

/** How the sets were come by: kept by history matching for this county and model, or drawn over the ranges of the short set. */
export type SetsKind = 'accepted' | 'drawn'

/** The sets history matching kept, if they are of this county and of the numbers this engine gives. */
async function acceptedSets(county: string): Promise<readonly ParameterSet[]> {
  const { default: kept } = await import('../../../../docs/generated/accepted-parameter-sets.json')
  return kept.county === county && kept.numbers === numbersCounter ? (kept.sets as readonly ParameterSet[]) : []
}

export { withParameterSet } from '../../../engine/index.ts'

/** Sets for a scenario: the accepted ones where there are any. */
export async function setsFor(scenario: Scenario): Promise<{ readonly kind: SetsKind; readonly sets: readonly ParameterSet[] }> {
  const accepted = await acceptedSets(scenario.county.id)
  if (accepted.length >= 2) return { kind: 'accepted', sets: accepted }
  return { kind: 'drawn', sets: parameterSets(shortSet, { processes: behaviourGroups, policies }, setsDrawn, scenario.seed) }
}
