import type { SeenCounty } from '../county/county.ts'
import type { CountyDescription } from '../county/description.ts'
import type { Bilingual } from '../declare.ts'
import { rangeOfDimension } from '../experiment/evidence-ranges.ts'
import { parameterSets, shortSet, withParameterSet, type Declarations, type Dimension, type ParameterSet } from '../experiment/parameter-sets.ts'
import type { PolicyUse, Scenario } from '../scenario.ts'
import { createEngine } from '../simulate.ts'
import { eachPupil } from './sightings.ts'

/*
 * Where the evidence leaves the sign of an effect open, the model must be able to come out on either side. This is not a fact to
 * meet but a check that nobody has built the answer in.
 */

/** What the evidence leaves open about policies, beside the short set. */
export const openDimensions: readonly Dimension[] = [
  ...shortSet,
  { id: 'quality of nine-year schools', parameters: ['policy:nine-year-school.quality'], prior: 'triangular' },
  { id: 'transition saved by nine-year schools', parameters: ['policy:nine-year-school.transition'], prior: 'triangular' },
  { id: 'closure, younger pupils', parameters: ['policy:network-adjustment.shockYoung'], prior: 'triangular' },
  { id: 'closure, older pupils', parameters: ['policy:network-adjustment.shockOlder'], prior: 'triangular' },
  { id: 'group, members', parameters: ['policy:school-group.memberGain'], prior: 'triangular' },
  { id: 'group, lead school', parameters: ['policy:school-group.leadGain'], prior: 'triangular' },
  { id: 'first year in another school', parameters: ['teaching.newToSchool'], prior: 'triangular' },
  { id: 'effort under county deployment', parameters: ['policy:teacher-rotation.effort'], prior: 'triangular' },
  { id: 'what posted backbone teachers leave behind', parameters: ['policy:teacher-rotation.mentoring'], prior: 'triangular' },
]

/** A policy whose effect on scores may have either sign. */
export interface OpenSign {
  readonly id: string
  readonly statement: Bilingual
  readonly use: PolicyUse
}

const start = 2
const span = 6

/** The policies tried, from two years after the county’s own year. */
export const openSigns = (from: number): readonly OpenSign[] => [
  {
    id: 'rotation-by-schools',
    statement: { en: 'Rotation of 10% a year, schools pick', zh: '每年10%轮岗，学校选派' },
    use: { use: 'teacher-rotation', from, set: { share: 0.1, picks: 'school' } },
  },
  {
    id: 'rotation-by-county',
    statement: { en: 'Rotation of 10% a year, the county picks', zh: '每年10%轮岗，县统筹选派' },
    use: { use: 'teacher-rotation', from, set: { share: 0.1, picks: 'county' } },
  },
  { id: 'nine-year-school', statement: { en: 'Nine-year schools', zh: '九年一贯制' }, use: { use: 'nine-year-school', from, set: { pairs: 1, within: 8 } } },
  { id: 'network-adjustment', statement: { en: 'Closing sites under 100 pupils', zh: '撤并百人以下校点' }, use: { use: 'network-adjustment', from, to: from + 2, set: { closeBelow: 100, within: 10 } } },
  { id: 'school-group', statement: { en: 'School groups', zh: '集团化办学' }, use: { use: 'school-group', from, set: { coverage: 0.6 } } },
]

/** Effects on the mean score, SD, by parameter set: of all pupils, and of those of the half that learns in the weaker schools. */
export interface SignEffects {
  readonly id: string
  readonly all: readonly number[]
  readonly weaker: readonly number[]
}

/** Mean scores of all pupils and of those living where last year’s schools were weak. */
function means(county: SeenCounty, isWeakHome: Uint8Array): readonly [number, number] {
  let n = 0
  let sum = 0
  let weakN = 0
  let weakSum = 0
  eachPupil(county, undefined, (row, _, score) => {
    n++
    sum += score
    if (isWeakHome[county.pupils.home[row]] === 0) return
    weakN++
    weakSum += score
  })
  return [sum / n, weakSum / weakN]
}

/** Places whose zone schools stood below the county mean before the policy; homes do not change with it. */
function weakHomes(county: SeenCounty): Uint8Array {
  const { places, sections } = county
  return Uint8Array.from({ length: places.count }, (_, v) => (sections.rawMean[places.primaryZone[v]] + sections.rawMean[places.juniorZone[v]] < 0 ? 1 : 0))
}

/** Constants that decide an open sign, beside amplifiers: the upper end of each favours the policy, but for those in `lowerFavours`. */
const deciding = [
  'teaching.disruption',
  'teaching.newToSchool',
  'teaching.persistence',
  'policy:teacher-rotation.selectionBySchool',
  'policy:teacher-rotation.selectionByCounty',
  'policy:teacher-rotation.effort',
  'policy:teacher-rotation.mentoring',
  'policy:teacher-rotation.sameLevel',
  'policy:nine-year-school.quality',
  'policy:nine-year-school.transition',
  'policy:network-adjustment.shockYoung',
  'policy:network-adjustment.shockOlder',
  'policy:school-group.memberGain',
  'policy:school-group.leadGain',
]
const lowerFavours = new Set(['policy:teacher-rotation.sameLevel', 'policy:nine-year-school.transition'])

/** The two edges of what is known: every deciding constant at the end that favours its policy, and at the other. */
function edgeSets(declarations: Declarations): readonly ParameterSet[] {
  return [true, false].map((favours, number) => {
    const behaviour: Record<string, number | string> = {}
    const policies: Record<string, Record<string, number | string>> = {}
    for (const name of deciding) {
      const [owner, key] = name.replace('policy:', '').split('.')
      const isPolicy = name.startsWith('policy:')
      const { parameters } = (isPolicy ? declarations.policies : declarations.processes).find(({ id }) => id === owner)!
      const range = rangeOfDimension(name, parameters[key])
      const value = range[favours === lowerFavours.has(name) ? 0 : range.length - 1]
      if (isPolicy) (policies[owner] ??= {})[key] = value
      else behaviour[name] = value
    }
    return { number, behaviour, policies }
  })
}

/** Effects on all pupils at the edges of the evidence: favourable, unfavourable. */
export const effectsAtEdges = (county: CountyDescription, declarations: Declarations): { readonly id: string; readonly best: number; readonly worst: number }[] =>
  effectsUnder(county, edgeSets(declarations)).map(({ id, all }) => ({ id, best: all[0], worst: all[1] }))

/** Effects of every open policy over parameter sets drawn from the ranges of the evidence. */
export const effectsOfOpenSigns = (county: CountyDescription, declarations: Declarations, count: number, onSet?: (done: number) => void): SignEffects[] =>
  effectsUnder(county, parameterSets(openDimensions, declarations, count, 'open-signs'), onSet)

/** Runs every open policy against the status quo under each parameter set, one replicate, same chance. */
function effectsUnder(county: CountyDescription, sets: readonly ParameterSet[], onSet: (done: number) => void = () => undefined): SignEffects[] {
  const tried = openSigns(county.year + start)
  const last = county.year + span
  const found = tried.map(({ id }) => ({ id, all: [] as number[], weaker: [] as number[] }))
  let homes = new Uint8Array(0)
  const seen = new Map<string, readonly [number, number]>()
  const engine = createEngine((now, arm, year) => {
    if (year === county.year) homes = weakHomes(now) as Uint8Array<ArrayBuffer>
    if (year === last) seen.set(arm, means(now, homes))
  })
  const scenario: Scenario = {
    id: 'open-signs',
    title: { en: 'Open signs', zh: '方向未定' },
    seed: 'open-signs',
    years: { from: county.year, to: last },
    replicates: 1,
    county,
    behaviour: {},
    arms: [{ id: 'status-quo', policies: [] }, ...tried.map(({ id, use }) => ({ id, policies: [use] }))],
  }
  sets.forEach((set, at) => {
    const run = engine.replicate(withParameterSet(scenario, set), 1)
    while (run.next().done !== true);
    const [all, weaker] = seen.get('status-quo')!
    for (const one of found) {
      const [a, w] = seen.get(one.id)!
      one.all.push(a - all)
      one.weaker.push(w - weaker)
    }
    onSet(at + 1)
  })
  return found
}
