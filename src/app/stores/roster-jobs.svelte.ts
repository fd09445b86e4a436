import type { SessionKind } from '../../roster/index.ts'
import type { AppState } from './app-state.svelte.ts'
import { hireRoster } from './roster-service.ts'
import { RosterImport } from './roster.svelte.ts'

/** The two jobs of the Data screen: the county’s schools, and the allotment of directed places. Each has its own file and undo stack. */
export class RosterJobs {
  readonly schools: RosterImport
  readonly places: RosterImport
  job = $state<SessionKind>('schools')
  readonly current: RosterImport = $derived.by(() => (this.job === 'schools' ? this.schools : this.places))

  constructor(create: () => Worker) {
    this.schools = new RosterImport('schools', () => hireRoster(create))
    this.places = new RosterImport('places', () => hireRoster(create))
  }
}

const jobs = new WeakMap<AppState, RosterJobs>()

/** The jobs of an app: they outlive the screen, so that looking elsewhere loses nothing. */
export function rosterJobs(app: AppState): RosterJobs {
  const known = jobs.get(app)
  if (known) return known
  const create = app.services.rosterWorker
  if (!create) throw new Error('this edition has no roster worker')
  const made = new RosterJobs(create)
  jobs.set(app, made)
  return made
}
