import { levelOfGrade } from '../county/cohorts.ts'
import { cohorts, type SeenCounty } from '../county/county.ts'
import { LeastSquares } from './least-squares.ts'

/*
 * What can be read off a county at the end of a school year by somebody who sees every pupil and teacher. Scores are those of June.
 */

/** Calls back for every pupil on roll of a level, or of all. */
export function eachPupil(county: SeenCounty, level: 0 | 1 | undefined, visit: (row: number, section: number, score: number, grade: number) => void): void {
  const { blocks, pupils, slots } = county
  const gone = slots.count - 1
  for (let b = 0; b < cohorts; b++) {
    const grade = blocks.grade[b]
    if (grade === 0 || (level !== undefined && levelOfGrade(grade) !== level)) continue
    const first = b * county.capacity.cohort
    for (let i = first; i < first + blocks.size[b]; i++) {
      if (pupils.slot[i] === gone) continue
      visit(i, slots.section[pupils.slot[i]], pupils.durable[i] + pupils.input[i], grade)
    }
  }
}

/** Share of the variance of scores that lies between the sections of a level: variance components, so that chance in small schools does not count. */
export function betweenShare(county: SeenCounty, level: 0 | 1): number {
  const n = new Float64Array(county.sections.count)
  const sum = new Float64Array(county.sections.count)
  let squares = 0
  eachPupil(county, level, (_, s, score) => {
    n[s]++
    sum[s] += score
    squares += score * score
  })
  let pupils = 0
  let total = 0
  let groups = 0
  let explained = 0
  let sizes = 0
  for (let s = 0; s < n.length; s++) {
    if (n[s] === 0) continue
    groups++
    pupils += n[s]
    total += sum[s]
    explained += (sum[s] * sum[s]) / n[s]
    sizes += n[s] * n[s]
  }
  const within = (squares - explained) / (pupils - groups)
  const typical = (pupils - sizes / pupils) / (groups - 1)
  const between = Math.max(0, ((explained - (total * total) / pupils) / (groups - 1) - within) / typical)
  return between / (between + within)
}

/** Mean score of pupils at home in the county town minus that of pupils at home in villages, in SDs of all pupils. */
export function townRuralGap(county: SeenCounty): number {
  const { pupils, places } = county
  const n = [0, 0, 0]
  const sum = [0, 0, 0]
  let squares = 0
  eachPupil(county, undefined, (row, _, score) => {
    const kind = places.kind[pupils.home[row]]
    n[kind]++
    sum[kind] += score
    squares += score * score
  })
  const all = n[0] + n[1] + n[2]
  const mean = (sum[0] + sum[1] + sum[2]) / all
  return (sum[0] / n[0] - sum[2] / n[2]) / Math.sqrt(squares / all - mean * mean)
}

/** Mean and SD of all scores. */
export function scoreMoments(county: SeenCounty): { readonly mean: number; readonly sd: number } {
  let n = 0
  let sum = 0
  let squares = 0
  eachPupil(county, undefined, (_, _s, score) => {
    n++
    sum += score
    squares += score * score
  })
  return { mean: sum / n, sd: Math.sqrt(squares / n - (sum / n) * (sum / n)) }
}

/** Adds every serving academic teacher to a regression of the true effect on what personnel files show. */
export function addTeacherTraits(county: SeenCounty, sums: LeastSquares): void {
  const { teachers } = county
  for (let t = 0; t < teachers.count; t++) {
    if (teachers.section[t] < 0 || teachers.subject[t] !== 0) continue
    const years = teachers.experience[t]
    sums.add([1, teachers.degree[t], teachers.rank[t] >= 1 ? 1 : 0, teachers.rank[t] >= 2 ? 1 : 0, teachers.backbone[t], years < 3 ? 1 : 0, years > 30 ? 1 : 0], teachers.effect[t])
  }
}
/** Traits in each row of sums above, the constant included. */
export const teacherTraits = 7

/** Share of rural pupils among primary pupils, by the section they attend. */
export function ruralShare(county: SeenCounty): number {
  const { sections } = county
  let rural = 0
  let all = 0
  for (let s = 0; s < sections.count; s++) {
    if (sections.level[s] !== 0) continue
    all += sections.roll[s]
    if (sections.kind[s] === 2) rural += sections.roll[s]
  }
  return rural / all
}

/** Where a teacher serves, and for how many school years by now. */
export interface Post {
  readonly section: number
  readonly years: number
}

/** Every serving teacher’s post, by identity. */
export function postsByTeacher(county: SeenCounty): Map<number, Post> {
  const { teachers } = county
  const posts = new Map<number, Post>()
  for (let t = 0; t < teachers.count; t++) if (teachers.section[t] >= 0) posts.set(teachers.id[t], { section: teachers.section[t], years: teachers.tenure[t] + 1 })
  return posts
}

/** What became of the teachers of last year’s public rural sections. */
export interface RuralLeaving {
  readonly atRisk: number
  /** No longer in the same section, for whatever reason. */
  readonly left: number
  /** Of these, now at another school of the county: completed spells as a survey of serving teachers asks for them. */
  readonly moved: number
  /** Sum of the school years that the moved had served. */
  readonly yearsServed: number
}

/** Compares two years’ posts. */
export function ruralLeaving(before: ReadonlyMap<number, Post>, county: SeenCounty): RuralLeaving {
  const { sections, schools } = county
  const now = postsByTeacher(county)
  let atRisk = 0
  let left = 0
  let moved = 0
  let yearsServed = 0
  for (const [id, { section, years }] of before) {
    if (sections.kind[section] !== 2 || schools.owner[sections.school[section]] === 2) continue
    atRisk++
    const next = now.get(id)
    if (next?.section === section) continue
    left++
    if (next === undefined) continue
    moved++
    yearsServed += years
  }
  return { atRisk, left, moved, yearsServed }
}

/** Scores of every row at the end of a year, and which cohort the row’s block held. */
export interface ScoreCopy {
  readonly scores: Float64Array
  readonly entries: readonly number[]
}

/** Keeps the scores of a year, for comparison with the next or with another arm. */
export function copyScores(county: SeenCounty): ScoreCopy {
  const scores = new Float64Array(cohorts * county.capacity.cohort).fill(NaN)
  eachPupil(county, undefined, (row, _, score) => {
    scores[row] = score
  })
  return { scores, entries: Array.from({ length: cohorts }, (_, b) => county.blocks.entry[b]) }
}

/**
 * Adds grade 7 to the regression that studies of randomly formed classes run: score in June on the pupil’s own score a year ago
 * and the mean score a year ago of the class’s other pupils, both as deviations from the section’s mean.
 *
 * Only grade 7, whose classes have just been formed: later, classmates and teachers of last year are those of this year.
 */
export function addPeers(before: ScoreCopy, county: SeenCounty, sums: LeastSquares): void {
  const { pupils } = county
  const rows: { row: number; section: number; slot: number; own: number; score: number }[] = []
  const classSum = new Map<number, number>()
  const classSize = new Map<number, number>()
  eachPupil(county, 1, (row, section, score, grade) => {
    const own = before.scores[row]
    if (grade !== 7 || own !== own) return
    const slot = pupils.slot[row]
    rows.push({ row, section, slot, own, score })
    classSum.set(slot, (classSum.get(slot) ?? 0) + own)
    classSize.set(slot, (classSize.get(slot) ?? 0) + 1)
  })
  const n = new Float64Array(county.sections.count)
  const means = [0, 1, 2].map(() => new Float64Array(county.sections.count))
  const peersOf = (r: (typeof rows)[number]): number => (classSum.get(r.slot)! - r.own) / (classSize.get(r.slot)! - 1)
  const usable = rows.filter((r) => classSize.get(r.slot)! > 1)
  for (const r of usable) {
    n[r.section]++
    means[0][r.section] += r.own
    means[1][r.section] += peersOf(r)
    means[2][r.section] += r.score
  }
  for (const r of usable) {
    const k = n[r.section]
    sums.add([r.own - means[0][r.section] / k, peersOf(r) - means[1][r.section] / k], r.score - means[2][r.section] / k)
  }
}
