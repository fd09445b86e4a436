import type { County } from '../county/county.ts'
import { sortAscending, sortedBy } from '../kernel/order.ts'
import type { ProcessYear } from './declare.ts'

/*
 * Titles. The county keeps its list of backbone teachers and its middle-rank posts at the share it grants: what leavers
 * free goes to the strongest candidates. Part of hiring, because a title follows a vacancy on the list.
 */

/** What granting titles needs of the year; `set` is that of hiring. */
type TitleYear = Pick<ProcessYear, 'settings' | 'draws'> & { readonly set: { readonly evenness: number; readonly townFavour: number } }

/** What a candidate for a title must have, and how candidates are compared. */
interface Title {
  readonly holds: (t: number) => boolean
  readonly mayHold: (t: number) => boolean
  readonly merit: (t: number) => number
  readonly grant: (t: number) => void
}

/** Arrays that granting titles works in, one row per teacher. */
interface Scratch {
  readonly rows: Int32Array
  readonly merits: Float64Array
  readonly sorted: Float64Array
}

/** Grants titles of one kind and level until the county's share of its teachers holds one. Merit is worked out for candidates only; equal ones stand in order of id. */
function grantUpTo(county: County, level: 0 | 1, share: number, title: Title, { rows, merits, sorted }: Scratch): void {
  const { section } = county.teachers
  const count = county.teachers.count
  const levelOf = county.sections.level
  let staff = 0
  let holders = 0
  let candidates = 0
  for (let t = 0; t < count; t++) {
    const s = section[t]
    if (s < 0 || levelOf[s] !== level) continue
    staff++
    if (title.holds(t)) holders++
    else if (title.mayHold(t)) rows[candidates++] = t
  }
  let free = Math.min(candidates, Math.round(share * staff) - holders)
  if (free <= 0) return
  for (let c = 0; c < candidates; c++) {
    merits[c] = title.merit(rows[c])
    sorted[c] = merits[c]
  }
  const limit = sortAscending(sorted.subarray(0, candidates))[candidates - free]
  const equal: number[] = []
  for (let c = 0; c < candidates; c++) {
    if (merits[c] < limit) continue
    if (merits[c] === limit) equal.push(rows[c])
    else {
      title.grant(rows[c])
      free--
    }
  }
  const { id } = county.teachers
  for (const t of sortedBy(equal, () => 0, (row) => id[row]).slice(0, free)) title.grant(t)
}

/** What a section's lack of backbone teachers adds to its candidates' merit, against the county's share. */
function shortfall(county: County, now: TitleYear): Float64Array {
  const { sections } = county
  return Float64Array.from({ length: sections.count }, (_, s) => {
    const fair = (sections.level[s] === 0 ? now.settings.backboneShare.primary : now.settings.backboneShare.junior) * sections.staff[s]
    return fair > 0 ? now.set.evenness * (1 - sections.backbone[s] / fair) : 0
  })
}

/** Fills the county's list of backbone teachers and its middle-rank posts for this year. */
export function designate(county: County, now: TitleYear): void {
  const { teachers, sections } = county
  const draw = now.draws.normal('teacher-titles.merit')
  const scratch: Scratch = { rows: new Int32Array(teachers.count), merits: new Float64Array(teachers.count), sorted: new Float64Array(teachers.count) }
  const short = shortfall(county, now)
  const middle: Title = {
    holds: (t) => teachers.rank[t] >= 1,
    mayHold: (t) => teachers.experience[t] >= 5,
    merit: (t) => teachers.experience[t] * 0.15 + draw(teachers.id[t]),
    grant: (t) => {
      teachers.rank[t] = 1
    },
  }
  const backbone: Title = {
    holds: (t) => teachers.backbone[t] === 1,
    mayHold: (t) => teachers.rank[t] >= 1 && teachers.experience[t] >= 6,
    merit: (t) => {
      const s = teachers.section[t]
      return 4 * teachers.effect[t] - now.set.townFavour * sections.kind[s] + short[s] + draw(~teachers.id[t])
    },
    grant: (t) => {
      teachers.backbone[t] = 1
    },
  }
  for (const level of [0, 1] as const) {
    const name = level === 0 ? 'primary' : 'junior'
    grantUpTo(county, level, now.settings.midRankShare[name], middle, scratch)
    grantUpTo(county, level, now.settings.backboneShare[name], backbone, scratch)
  }
}
