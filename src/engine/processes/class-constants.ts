import { holdsAward } from '../county/awards.ts'
import { firstClass, levelOfGrade } from '../county/cohorts.ts'
import { cohorts, type County, type SeenCounty } from '../county/county.ts'
import { stageShare } from '../norms/combined-school-split.ts'
import { balance2017Standard } from './standards.ts'
import type { TeachingYear } from './teaching-parameters.ts'

/** Pupils in a class at which class size is neither a help nor a hindrance. */
const referenceClass = 40

/** Completed years of teaching after which service counts as late. */
const lateFrom = 30

/** A teacher’s yearly contribution, SD: the person, what the papers say, experience, and being new to the school. */
export function contribution(county: Pick<SeenCounty, 'teachers'>, t: number, set: TeachingYear['set']): number {
  const { teachers } = county
  const years = teachers.experience[t]
  const novice = years === 0 ? set.novice : years === 1 ? (set.novice * 4) / 7 : years === 2 ? (set.novice * 2) / 7 : 0
  const isNew = teachers.tenure[t] === 0 && years > 0
  const isTop = teachers.backbone[t] === 1 || teachers.rank[t] === 2
  // awards and long service weigh nothing unless a scenario says so
  const other = (set.award !== 0 && holdsAward(teachers.id[t], years) ? set.award : 0) + (years > lateFrom ? set.late : 0)
  return teachers.effect[t] + set.degree * teachers.degree[t] + (isTop ? set.backbone : 0) + novice + (isNew ? set.newToSchool : 0) + other
}

/**
 * Returns the function that lists the academic teachers of every section in order of id, so that nobody’s class depends on where a
 * row happens to lie: those of section s are `members` from start[s] to start[s + 1].
 *
 * Each row is put where its id belongs among those before it. Rows come in the order of last year’s lists, in which nearly all of
 * them stand already; in the order of the table, where newcomers take the rows of leavers, this took three times as long.
 */
function teamLister(county: County, start: Int32Array, members: Int32Array): () => void {
  const { id, section, subject } = county.teachers
  const next = new Int32Array(start.length)
  /** Every row that was ever in use, once; `known` of them. */
  const order = new Int32Array(county.capacity.teachers)
  let known = 0

  function countTeams(count: number): void {
    start.fill(0)
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s >= 0 && subject[t] === 0) start[s + 1]++
    }
    for (let s = 1; s < start.length; s++) start[s] += start[s - 1]
    next.set(start)
  }

  function listTeams(count: number): void {
    for (; known < count; known++) order[known] = known
    for (let k = 0; k < known; k++) {
      const t = order[k]
      if (t >= count) continue
      const s = section[t]
      if (s < 0 || subject[t] !== 0) continue
      const who = id[t]
      const first = start[s]
      let at = next[s]++
      while (at > first && id[members[at - 1]] > who) {
        members[at] = members[at - 1]
        at--
      }
      members[at] = t
    }
  }

  /** Notes the order for next year: teams, then rows of nobody and of other subjects. */
  function noteOrder(count: number): void {
    let n = start[start.length - 1]
    for (let m = 0; m < n; m++) order[m] = members[m]
    for (let t = 0; t < known; t++) if (t >= count || section[t] < 0 || subject[t] !== 0) order[n++] = t
  }

  return () => {
    const count = county.teachers.count
    countTeams(count)
    listTeams(count)
    noteOrder(count)
  }
}

/**
 * Returns the function that works out, once a year, what every class adds to each of its pupils: team of teachers, class
 * size, peers, principal, equipment, money and disruption, in SD.
 */
export function setConstants(county: County): (now: TeachingYear) => void {
  const { sections, schools, classes, blocks } = county
  const start = new Int32Array(county.capacity.sections + 1)
  const members = new Int32Array(county.capacity.teachers)
  const listTeams = teamLister(county, start, members)
  /** Contribution of every member, in the order of `members`. */
  const own = new Float64Array(county.capacity.teachers)
  const common = new Float64Array(county.capacity.sections)
  /** Pupils of every campus: primary, junior. */
  const onCampus = new Int32Array(2 * county.capacity.schools)

  /** What all classes of a section share. */
  function ofSection(now: TeachingYear, s: number): number {
    const { set, rules, settings } = now
    const k = sections.school[s]
    const level = sections.level[s] === 0 ? 'primary' : 'junior'
    const roll = sections.roll[s]
    const campus = stageShare(level, onCampus[2 * k], onCampus[2 * k + 1], schools.seniorPupils[k])
    const equipped = roll > 0 ? Math.min(1, (schools.equipment[k] * campus) / roll / balance2017Standard.equipment[level]) : 1
    const added = roll > 0 ? sections.instruction[s] / roll / settings.recurrentPerPupil[level] : 0
    const turnover = sections.staff[s] > 0 ? sections.newcomers[s] / sections.staff[s] : 0
    // 10% more for four years adds up to set.spending when a yearly input fades by persistence
    const p = set.persistence
    const perYear = set.spending / (1 + p + p * p + p * p * p) / 0.1
    return (
      schools.principal[k] +
      set.equipment * equipped +
      perYear * added +
      set.disruption * turnover +
      (roll < 50 ? set.tinySchool : 0) +
      rules.county.effort +
      rules.sections.teachingGain[s] +
      rules.sections.sharedGain[s] -
      settings.teachingOffset[level]
    )
  }

  /** Mean contribution of a section’s academic teachers; 0 where there is none. */
  function teamMean(s: number): number {
    let sum = 0
    for (let m = start[s]; m < start[s + 1]; m++) sum += own[m]
    return start[s + 1] > start[s] ? sum / (start[s + 1] - start[s]) : 0
  }

  /** Mean score of last year over a block, for peers relative to their grade. */
  function gradeMean(base: number): number {
    let sum = 0
    let n = 0
    for (let c = base; c < base + county.slots.count - 1; c++) {
      sum += classes.scores[c]
      n += classes.size[c]
    }
    return n > 0 ? sum / n : 0
  }

  /** A leaf loop over the classes of a block. */
  function ofClasses(base: number, level: number, entry: number, gradeMean: number, classSizeSlope: number, headWeight: number, peerSlope: number): void {
    const { level: levelOf, firstSlot, slots, teaching } = sections
    const { size: sizes, scores, constant, team: teamOf } = classes
    const count = sections.count
    const mean = +gradeMean
    const perPupil = +classSizeSlope
    const head = +headWeight
    const peers = +peerSlope
    const turn = (entry | 0) * 7
    for (let s = 0; s < count; s++) {
      if (levelOf[s] !== level) continue
      const first = start[s]
      const team = start[s + 1] - first
      for (let j = 0; j < slots[s]; j++) {
        const c = base + firstSlot[s] + j
        const size = sizes[c]
        if (size === 0) {
          constant[c] = 0
          teamOf[c] = 0
          continue
        }
        // a class keeps its main teacher from year to year as long as the team stays the same
        const main = team > 0 ? own[first + ((turn + j * 3) % team)] : 0
        const ofTeam = head * main + (1 - head) * teaching[s]
        teamOf[c] = ofTeam
        constant[c] = common[s] + ofTeam + perPupil * (size - referenceClass) + peers * (scores[c] / size - mean)
      }
    }
  }

  function ofBlock({ set }: TeachingYear, b: number): void {
    const base = firstClass(county, b)
    const level = levelOfGrade(blocks.grade[b])
    const perPupil = level === 0 ? set.classSizePrimary : set.classSizeJunior
    const head = level === 0 ? set.headTeacherPrimary : set.headTeacherJunior
    ofClasses(base, level, blocks.entry[b], gradeMean(base), perPupil, head, set.peers)
  }

  return (now) => {
    listTeams()
    for (let m = 0; m < start[sections.count]; m++) own[m] = contribution(county, members[m], now.set)
    onCampus.fill(0)
    for (let s = 0; s < sections.count; s++) onCampus[2 * sections.school[s] + sections.level[s]] += sections.roll[s]
    for (let s = 0; s < sections.count; s++) {
      sections.teaching[s] = teamMean(s)
      common[s] = sections.open[s] === 1 ? ofSection(now, s) : 0
    }
    for (let b = 0; b < cohorts; b++) if (blocks.grade[b] > 0) ofBlock(now, b)
  }
}
