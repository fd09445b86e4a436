import { untrack } from 'svelte'
import { beginWith } from './allot-rule.ts'
import { AllotForm } from './allot-form.svelte.ts'
import type { AppState } from '../app-state.svelte.ts'
import { CountyForm } from './county-form.svelte.ts'
import { RosterHistory } from './history.svelte.ts'
import { hireRoster } from './service.ts'
import { RosterImport } from './import.svelte.ts'

/** Jobs of the Data screen, in the order of their buttons. */
export const dataJobs = ['schools', 'history', 'places'] as const
export type DataJob = (typeof dataJobs)[number]

/** The jobs of the Data screen: the county’s schools, its earlier years, and the allotment of directed places. Each has its own files and undo. */
export class RosterJobs {
  readonly schools: RosterImport
  readonly places: RosterImport
  readonly history: RosterHistory
  readonly county = new CountyForm()
  readonly allotment = new AllotForm(beginWith('by-leavers'))
  job = $state<DataJob>('schools')
  /** Stands in where a job has no file open: it starts no thread. */
  readonly #none: RosterImport
  readonly current: RosterImport = $derived.by(() => (this.job === 'schools' ? this.schools : this.job === 'places' ? this.places : (this.history.opened ?? this.#none)))

  /** Changes that this browser has not kept. */
  readonly unsaved: boolean = $derived.by(() => [this.schools, this.places, ...this.history.years.map((one) => one.roster)].some((one) => one.unsaved))

  constructor(create: () => Worker) {
    const make = () => new RosterImport('schools', () => hireRoster(create))
    this.schools = make()
    this.places = new RosterImport('places', () => hireRoster(create))
    this.history = new RosterHistory(make)
    this.#none = make()
    $effect(() => {
      const { history } = this
      if (this.job !== 'history' || history.opened) return
      for (const { roster, year } of history.ordered) void [roster.snapshot, year]
      untrack(() => void history.match())
    })
    $effect(() => {
      if (!this.unsaved) return
      addEventListener('beforeunload', asksFirst)
      return () => removeEventListener('beforeunload', asksFirst)
    })
  }
}

/** Lets the browser ask whether the page is to be left. */
const asksFirst = (event: BeforeUnloadEvent) => event.preventDefault()

const jobs = new WeakMap<AppState, RosterJobs>()

/** The jobs of an app: they outlive the screen, so that looking elsewhere loses nothing. */
export function rosterJobs(app: AppState): RosterJobs {
  const known = jobs.get(app)
  if (known) return known
  const create = app.services.rosterWorker
  if (!create) throw new Error('this edition has no roster worker')
  // what is derived in a screen dies with it: these belong to none
  $effect.root(() => {
    jobs.set(app, new RosterJobs(create))
  })
  return jobs.get(app)!
}
