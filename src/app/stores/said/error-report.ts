import type { Problem } from '../../../engine/index.ts'
import type { AppState } from '../app-state.svelte.ts'
import { ground } from '../draft/draft.ts'
import { runsOf } from './scenario-name.ts'

/** What somebody may copy of an error to send it on: where it is, what it is, the program and the settings. Nothing that was named, noted on schools or entered by hand. */
export function errorReport(app: AppState, { path, text, hint }: Problem): string {
  const { of } = app.language
  return [`${path}: ${of(text)}`, ...(hint ? [of(hint)] : []), app.stampFor(runsOf(app, app.language)), ground(app.draft.current)].join('\n')
}
