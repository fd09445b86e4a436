import type { County } from '../county/county.ts'
import { nthAscending, sortedBy } from '../kernel/order.ts'
import type { ProcessYear } from './declare.ts'

/*
 * Titles. The county keeps its list of backbone teachers and its middle-rank posts at the share it grants: what leavers
 * free goes to the strongest candidates. Part of hiring, because a title follows a vacancy on the list.
 *
 * The loops run over all teachers and are leaf functions on arrays of one closure; with an object of functions for each title
 * and a sort of all merits they took four times as long, a tenth of a simulated year.
 */

/** What granting titles needs of the year; `set` is that of hiring. */
type TitleYear = Pick<ProcessYear, 'settings' | 'draws'> & { readonly set: { readonly evenness: number; readonly townFavour: number } }

/** What a candidate for a title must have already, besides not having the title. */
interface Requirement {
  readonly rank: number
  readonly experience: number
}

/** Returns the function that fills the county’s list of backbone teachers and its middle-rank posts for a year. */
export function designation(county: County): (now: TitleYear) => void {
  const { teachers, sections } = county
  const { id, section, rank, backbone, experience, effect } = teachers
  const { level, kind } = sections
  const merits = new Float64Array(county.capacity.teachers)
  const sorted = new Float64Array(county.capacity.teachers)
  const short = new Float64Array(county.capacity.sections)
  /** By level: the rows of candidates, how many they are, teachers, and those who hold the title. */
  const rows = [new Int32Array(county.capacity.teachers), new Int32Array(county.capacity.teachers)] as const
  const candidates = new Int32Array(2)
  const staff = new Int32Array(2)
  const holders = new Int32Array(2)

  function listCandidates(title: Uint8Array, needs: Requirement): void {
    const { rank: least, experience: years } = needs
    const [primary, junior] = rows
    const count = teachers.count
    candidates.fill(0)
    staff.fill(0)
    holders.fill(0)
    for (let t = 0; t < count; t++) {
      const s = section[t]
      if (s < 0) continue
      const l = level[s]
      staff[l]++
      if (title[t] >= 1) holders[l]++
      else if (rank[t] >= least && experience[t] >= years) (l === 0 ? primary : junior)[candidates[l]++] = t
    }
  }

  function middleMerits(listed: Int32Array, count: number, draw: (id: number) => number): void {
    for (let c = 0; c < count; c++) merits[c] = experience[listed[c]] * 0.15 + draw(id[listed[c]])
  }

  function backboneMerits(listed: Int32Array, count: number, draw: (id: number) => number, townFavour: number): void {
    for (let c = 0; c < count; c++) {
      const t = listed[c]
      const s = section[t]
      merits[c] = 4 * effect[t] - townFavour * kind[s] + short[s] + draw(~id[t])
    }
  }

  /** Grants a title to the candidates of most merit, `free` of `count`; equal ones stand in order of id. Sections count holders. */
  function grant(title: Uint8Array, holding: Int16Array, listed: Int32Array, count: number, free: number): void {
    sorted.set(merits.subarray(0, count))
    const limit = nthAscending(sorted, count, count - free)
    const equal: number[] = []
    let left = free
    for (let c = 0; c < count; c++) {
      if (merits[c] === limit) equal.push(listed[c])
      if (merits[c] <= limit) continue
      title[listed[c]] = 1
      holding[section[listed[c]]]++
      left--
    }
    for (const t of sortedBy(equal, () => 0, (row) => id[row]).slice(0, left)) {
      title[t] = 1
      holding[section[t]]++
    }
  }

  /** Grants a title until the county’s share of the teachers of each level holds one. Merit is worked out for candidates only. */
  function grantUpTo(title: Uint8Array, holding: Int16Array, needs: Requirement, shares: readonly [number, number], setMerits: (listed: Int32Array, count: number) => void): void {
    listCandidates(title, needs)
    for (const l of [0, 1] as const) {
      const free = Math.min(candidates[l], Math.round(shares[l] * staff[l]) - holders[l])
      if (free <= 0) continue
      setMerits(rows[l], candidates[l])
      grant(title, holding, rows[l], candidates[l], free)
    }
  }

  return ({ settings, draws, set }) => {
    const draw = draws.normal('teacher-titles.merit')
    const { midRankShare, backboneShare } = settings
    // what a section’s lack of backbone teachers adds to its candidates’ merit, against the county’s share
    for (let s = 0; s < sections.count; s++) {
      const fair = (level[s] === 0 ? backboneShare.primary : backboneShare.junior) * sections.staff[s]
      short[s] = fair > 0 ? set.evenness * (1 - sections.backbone[s] / fair) : 0
    }
    grantUpTo(rank, sections.midRank, { rank: 0, experience: 5 }, [midRankShare.primary, midRankShare.junior], (listed, count) => middleMerits(listed, count, draw))
    grantUpTo(backbone, sections.backbone, { rank: 1, experience: 6 }, [backboneShare.primary, backboneShare.junior], (listed, count) => backboneMerits(listed, count, draw, set.townFavour))
  }
}
