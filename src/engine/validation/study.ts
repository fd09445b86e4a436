import type { SeenCounty } from '../county/county.ts'
import type { CountyDescription } from '../county/description.ts'
import { withParameterSet, type ParameterSet } from '../experiment/parameter-sets.ts'
import { countyColumn, countySeries, type Series } from '../record.ts'
import type { Scenario } from '../scenario.ts'
import { createEngine } from '../simulate.ts'
import { addAwards, awardTraits, teachingValues, type TeachingValues } from './award-sightings.ts'
import { LeastSquares } from './least-squares.ts'
import { mentoringCost, probeAfter, probes, span } from './probes.ts'
import {
  addPeers,
  addTeacherTraits,
  betweenShare,
  copyScores,
  eachPupil,
  postsByTeacher,
  ruralLeaving,
  ruralShare,
  scoreMoments,
  teacherTraits,
  townRuralGap,
  type Post,
  type RuralLeaving,
  type ScoreCopy,
} from './sightings.ts'

/*
 * One replicate of one county, run once without policy and once under each probe, with the same chance in all of them. What is
 * read off is what a study in a real county would have read off.
 */

/** What is collected while the years go by. */
interface Notes {
  readonly between: number[]
  readonly rural: number[]
  readonly means: number[]
  gap: number
  readonly traits: LeastSquares
  readonly peers: LeastSquares
  readonly posts: Map<string, Map<number, Post>>
  readonly leaving: Map<string, RuralLeaving[]>
  readonly scores: Map<number, ScoreCopy>
  /** Rows of pupils taught better in the probe year. */
  treated: Uint8Array | undefined
  probeGain: number
  probeLeft: number
  mentored: number
  lectured: number
  renamed: number
  readonly awards: LeastSquares
}

const newNotes = (): Notes => ({
  between: [],
  rural: [],
  means: [],
  gap: NaN,
  traits: new LeastSquares(teacherTraits),
  peers: new LeastSquares(2),
  posts: new Map(),
  leaving: new Map(),
  scores: new Map(),
  treated: undefined,
  probeGain: NaN,
  probeLeft: NaN,
  mentored: NaN,
  lectured: NaN,
  renamed: NaN,
  awards: new LeastSquares(awardTraits),
})

function watchStatusQuo(notes: Notes, county: SeenCounty, year: number, teaching: TeachingValues): void {
  notes.between.push(betweenShare(county, 0))
  notes.rural.push(ruralShare(county))
  notes.means.push(scoreMoments(county).mean)
  if (notes.gap !== notes.gap) notes.gap = townRuralGap(county)
  addTeacherTraits(county, notes.traits)
  addAwards(county, teaching, notes.awards)
  const before = notes.scores.get(year - 1)
  if (before !== undefined) addPeers(before, county, notes.peers)
  notes.scores.set(year, copyScores(county))
}

function watchLeaving(notes: Notes, county: SeenCounty, arm: string): void {
  const before = notes.posts.get(arm) ?? notes.posts.get('')
  if (before !== undefined && arm !== '') notes.leaving.set(arm, [...(notes.leaving.get(arm) ?? []), ruralLeaving(before, county)])
  notes.posts.set(arm, postsByTeacher(county))
}

/** Mean gain against the status quo over pupils on roll in both, of some rows or all. */
function meanGain(before: ScoreCopy, county: SeenCounty, rows?: Uint8Array): number {
  const now = copyScores(county)
  const perCohort = county.capacity.cohort
  let sum = 0
  let n = 0
  for (let i = 0; i < now.scores.length; i++) {
    const b = Math.floor(i / perCohort)
    const gain = now.scores[i] - before.scores[i]
    if ((rows !== undefined && rows[i] === 0) || gain !== gain || now.entries[b] !== before.entries[b]) continue
    sum += gain
    n++
  }
  return sum / n
}

/** Gain per pair and class: every section’s gain times its academic teachers, to be divided by the number of pairs. */
function gainByTeacher(before: ScoreCopy, county: SeenCounty): number {
  const { sections, teachers } = county
  const gain = new Float64Array(sections.count)
  const pupils = new Float64Array(sections.count)
  const academics = new Float64Array(sections.count)
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t] >= 0 && teachers.subject[t] === 0) academics[teachers.section[t]]++
  eachPupil(county, undefined, (row, s, score) => {
    const one = score - before.scores[row]
    if (one !== one) return
    gain[s] += one
    pupils[s]++
  })
  let sum = 0
  for (let s = 0; s < sections.count; s++) if (pupils[s] > 0) sum += (gain[s] / pupils[s]) * academics[s]
  return sum
}

function watchProbes(notes: Notes, county: SeenCounty, arm: string, yearsIn: number, year: number, lastYear: number): void {
  const statusQuo = notes.scores.get(year)
  if (statusQuo === undefined) return
  if (arm === 'better-teaching' && yearsIn === 0) {
    const treated = new Uint8Array(statusQuo.scores.length)
    eachPupil(county, undefined, (row, _s, score) => {
      treated[row] = score - statusQuo.scores[row] > 0.05 ? 1 : 0
    })
    notes.treated = treated
    notes.probeGain = meanGain(statusQuo, county, treated)
  }
  if (arm === 'better-teaching' && yearsIn === 1) notes.probeLeft = meanGain(statusQuo, county, notes.treated)
  if (arm === 'mentoring' && yearsIn === 0) notes.mentored = gainByTeacher(statusQuo, county)
  if (arm === 'names-only' && year === lastYear) notes.renamed = meanGain(statusQuo, county)
  if (arm === 'lectures' && yearsIn === 1) notes.lectured = meanGain(statusQuo, county)
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length

/** Yearly share of village teachers who left their school, over all years watched. */
function leavingShare(notes: Notes, arm: string): number {
  const years = notes.leaving.get(arm) ?? []
  return years.reduce((sum, y) => sum + y.left, 0) / years.reduce((sum, y) => sum + y.atRisk, 0)
}

function total(series: Series, column: string): number {
  const at = countyColumn(column)
  return series.years.reduce((sum, _, y) => sum + series.county[y * countySeries.length + at], 0)
}

/** The figures of one replicate, by fact. */
function figures(notes: Notes, series: readonly Series[]): Record<string, number> {
  const statusQuo = notes.leaving.get('status-quo') ?? []
  const moved = statusQuo.reduce((sum, y) => sum + y.moved, 0)
  const mentoring = series.find((s) => s.arm === 'mentoring')!
  return {
    V1: mean(notes.between),
    V2: notes.gap,
    V5: notes.traits.explained(),
    V6: notes.probeLeft / notes.probeGain,
    V7: notes.peers.solve()[1],
    V13a: 100 * (leavingShare(notes, 'status-quo') - leavingShare(notes, 'allowance-8')),
    V13b: 100 * (leavingShare(notes, 'status-quo') - leavingShare(notes, 'allowance-18')),
    V14: statusQuo.reduce((sum, y) => sum + y.yearsServed, 0) / moved,
    V15: notes.mentored / ((total(mentoring, 'cost.purpose.training') - total(series[0], 'cost.purpose.training')) / mentoringCost),
    V16: notes.lectured,
    V22: total(series[0], 'generalAdmitted.junior') / total(series[0], 'leavers.junior'),
    V26: (100 * (notes.rural[0] - notes.rural[span])) / span,
    N2: notes.means[span] - notes.means[0],
    N3: notes.awards.solve()[1],
    N4: notes.renamed,
  }
}

/** Runs replicates of a county and reads the facts off each. */
export interface Study {
  run(replicate: number, set?: ParameterSet): Record<string, number>
}

/** A study of one county; counties built for one parameter set are kept until another comes. */
export function createStudy(description: CountyDescription, seed = 'validation'): Study {
  let notes = newNotes()
  let teaching = teachingValues({})
  const start = description.year + probeAfter
  const engine = createEngine((county, arm, year) => {
    if (arm === '' || arm === 'status-quo') watchStatusQuo(notes, county, year, teaching)
    else watchProbes(notes, county, arm, year - start, year, description.year + span)
    watchLeaving(notes, county, arm)
  })
  const title = { en: 'Validation', zh: '检验' }
  const scenario: Scenario = { id: 'validation', title, seed, years: { from: description.year, to: description.year + span }, replicates: 1, county: description, behaviour: {}, arms: probes(description) }
  return {
    run(replicate, set) {
      notes = newNotes()
      teaching = teachingValues(set?.behaviour ?? {})
      const run = engine.replicate(set === undefined ? scenario : withParameterSet(scenario, set), replicate)
      let step = run.next()
      while (step.done !== true) step = run.next()
      return figures(notes, step.value)
    },
  }
}
