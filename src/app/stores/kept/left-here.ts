import type { CountyDescription } from '../../../engine/index.ts'
import { saidThere } from '../../later.ts'
import * as autosave from './autosave.ts'
import { keepingNotes, type Draft } from '../draft/draft.ts'
import { movedTo } from '../draft/moved.ts'
import { firstDraft } from '../draft/first.ts'
import { keepScenario } from './kept-scenarios.ts'
import { keptCounties } from './roster-keep.ts'
import type { Services } from '../services.ts'

/** What was left in this browser: the last draft, whether its county is here (`back`, and `early` as it was before it went along with the year of its county) or not (`away`), the counties it may be of, and the draft to begin with. */
export async function leftHere({ counties, otherCounties }: Services) {
  const kept = await autosave.restore()
  void autosave.hold(kept ?? { draft: firstDraft(counties[0]!), when: Date.now() })
  // counties of somebody’s own are kept in this browser and nowhere else
  const guests = await keptCounties()
  const here = [...counties, ...guests]
  const countyIn = (counties: readonly CountyDescription[]) => counties.findLast(({ id }) => id === kept?.draft.county)
  // that they did not come is said of the draft
  const others = kept && otherCounties && !countyIn(here) ? await saidThere(otherCounties()).catch(() => []) : []
  const county = countyIn(here) ?? countyIn(others)
  // another tab may have built its county anew for a later year, and earlier editions took timetables to a county of another year as they were
  const early = kept && county && (kept.draft.years.from < county.year || Object.values(kept.draft.timing).some(({ from }) => from <= county.year)) ? kept.draft : null
  const back = kept && county ? (early ? { ...kept, draft: movedTo(early, county) } : kept) : null
  const away = kept && !back ? kept.draft : null
  const first = firstDraft(counties[0]!)
  // what was written down of other counties goes along
  return { guests, shipped: [...counties, ...others], back, early, away, first: back?.draft ?? (away ? keepingNotes(away, first) : first) }
}

/** Keeps every draft it is given; `blocked` is called when this browser stores nothing. One that is `away` stays where it is, for the page to be loaded again, until the first takes its place: then it is a scenario among others. */
export function keeping(away: Draft | null, blocked: () => void): (draft: Draft) => void {
  let waiting = away
  return (draft) => {
    if (waiting) void keepScenario(waiting)
    waiting = null
    void autosave.save(draft).then((works) => works || blocked())
  }
}
