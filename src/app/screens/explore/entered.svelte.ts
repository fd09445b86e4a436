import { enteredItems, type EnteredVerdict } from '../../../engine/index.ts'
import { askedSchools, enteredVerdict, type AskedSchool } from '../../charts/prepare/entered.ts'
import { isAssessed } from '../../charts/prepare/standing.ts'
import type { AppState } from '../../stores/app-state.svelte.ts'
import { withEntered, type Figure } from '../../stores/draft/draft.ts'

/** What is entered by hand, as a panel shows and changes it. Figures hold for the county as it is: the schools of its first year. */
export interface EnteredItems {
  readonly schools: readonly AskedSchool[]
  isAsked(item: string): boolean
  verdict(item: string): EnteredVerdict
  figure(item: string, part: string): Figure | undefined
  /** One undo step. */
  enter(item: string, part: string, figure: Figure | undefined): void
  clear(item: string): void
}

/** Called once by the component that shows it. */
export function useEntered(app: AppState): EnteredItems {
  const schools = $derived(askedSchools(app.frame.facts, (section) => isAssessed(app.frame, app.standard, app.runs, 0, section)))
  const entered = $derived(app.draft.committed.entered)
  return {
    get schools() {
      return schools
    },
    isAsked: (item) => item in enteredItems,
    verdict: (item) => enteredVerdict(entered, item, schools, app.year),
    figure: (item, part) => entered?.[item]?.[part],
    enter: (item, part, figure) => app.draft.commit(withEntered(app.draft.current, item, part, figure)),
    clear: (item) => app.draft.commit((enteredItems[item] ?? []).reduce((draft, { id }) => withEntered(draft, item, id, undefined), app.draft.current)),
  }
}
