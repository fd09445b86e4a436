import type { Bilingual, Problem } from '../../engine/index.ts'
import type { Edit, Finding, Fix, GroupSummary, ItemSet, MappingFile, Occurrence, OpenedFile, RegimeFigures, SessionKind, Snapshot, Source } from '../../roster/index.ts'
import { forgetMapping, keepFile, keepMapping, keptMapping, type KeptMapping } from './roster-keep.ts'
import type { HireRoster, RosterService, RosterThread } from './roster-service.ts'

/** Steps of an import, in order; `result` is the baseline of schools, or the allotment of places. */
export const rosterSteps = ['file', 'columns', 'check', 'result', 'build'] as const
export type RosterStep = (typeof rosterSteps)[number]

/** What is being waited for. */
export type RosterWork = 'reading' | 'checking' | 'computing' | 'writing'

/** One place with something to see to. */
export interface Spot {
  readonly finding: Finding
  readonly place: Occurrence
  /** Position of the finding in the list. */
  readonly index: number
}

/** The sets that a job reads by itself share its shelf; others have their own. */
const shelfOf = (kind: SessionKind, set: string | undefined): string => (set === undefined || set === 'china' || set === 'directed-places' ? kind : `${kind}-${set}`)

/** Waits long enough to notice: shorter work shows no progress. */
const patience = 250

/** One import: what is open, what was found in it, which problem is being looked at. The data itself stays in the other thread. */
export class RosterImport {
  readonly kind: SessionKind
  step = $state<RosterStep>('file')
  file = $state.raw<OpenedFile | null>(null)
  snapshot = $state.raw<Snapshot | null>(null)
  baseline = $state.raw<readonly RegimeFigures[]>([])
  /** Every authority by itself, where the table holds several. */
  groups = $state.raw<readonly GroupSummary[]>([])
  /** Another standard than China’s, and columns matched beforehand: each is a file. */
  set = $state.raw<ItemSet | null>(null)
  map = $state.raw<MappingFile | null>(null)
  problems = $state.raw<readonly Problem[]>([])
  work = $state<RosterWork | null>(null)
  /** The work has lasted long enough to be shown. */
  slow = $state(false)
  /** Where the cursor stands in `spots`; −1 = nowhere. */
  at = $state(-1)
  /** When the columns in use were remembered; 0 = they were not. */
  remembered = $state(0)
  /** Milliseconds from choosing the file to figures. */
  took = $state(0)

  readonly spots: readonly Spot[] = $derived.by(() => (this.snapshot?.findings ?? []).flatMap((finding, index) => finding.at.map((place) => ({ finding, place, index }))))
  /** Spots that a person should see to: the first ones of the list. */
  readonly open: number = $derived.by(() => (this.snapshot ? this.snapshot.counts.must + this.snapshot.counts.look : 0))
  readonly spot: Spot | null = $derived.by(() => this.spots[this.at] ?? null)

  readonly #hire: HireRoster
  #thread: RosterThread | null = null
  #source: Source | null = null
  #sheet: string | undefined
  #encoding: OpenedFile['encoding'] | undefined

  constructor(kind: SessionKind, hire: HireRoster) {
    this.kind = kind
    this.#hire = hire
  }

  /** Starts the thread before it is needed: it is ready when a file is chosen. */
  warm(): void {
    this.#thread ??= this.#hire()
  }

  /** Opens what was chosen and checks it. `step` then says where a person is needed next. */
  async choose(source: Source): Promise<void> {
    this.#source = source
    this.#sheet = undefined
    this.#encoding = undefined
    await this.#read(await this.#kept())
  }

  /** Reads the same file in another encoding or another sheet. */
  async again(change: { readonly sheet?: string; readonly encoding?: OpenedFile['encoding'] }): Promise<void> {
    this.#sheet = change.sheet ?? this.#sheet
    this.#encoding = change.encoding ?? this.#encoding
    await this.#read(this.remembered > 0 ? await this.#kept() : [], false)
  }

  /** Forgets the remembered columns and matches by names alone. */
  async forget(): Promise<void> {
    await forgetMapping(this.#shelf)
    await this.#read([], false)
  }

  /** Where columns are remembered: lists of candidates have others than lists of schools. */
  get #shelf(): string {
    return shelfOf(this.kind, this.file?.set.id)
  }
  async #kept(): Promise<readonly KeptMapping[]> {
    const shelves = this.kind === 'places' ? [this.kind, shelfOf(this.kind, 'candidates')] : [shelfOf(this.kind, this.set?.id)]
    return (await Promise.all(shelves.map(keptMapping))).filter((one) => one !== null)
  }

  async #read(kept: readonly KeptMapping[], moves = true): Promise<void> {
    const source = this.#source
    if (!source) return
    const started = performance.now()
    this.problems = []
    const opening = await this.#ask('reading', (service) =>
      service.open(source, this.kind, { ...(this.set ? { set: this.set } : {}), ...(this.map ? { map: this.map } : { maps: kept.map((one) => one.map) }), ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }), ...(this.#encoding ? { encoding: this.#encoding } : {}) }),
    )
    if (!opening) return
    if (!opening.file) {
      this.problems = opening.problems
      return
    }
    this.file = opening.file
    this.at = -1
    this.baseline = []
    await this.#follow('checking', (service) => service.look())
    const { snapshot } = this
    if (!snapshot) return
    const own = kept.find(({ map }) => map.itemSet === opening.file.set.id)
    this.remembered = own && snapshot.columns.some(({ header, use }) => use && own.map.columns.some((one) => one.field === use.field && one.header === header)) ? own.when : 0
    this.took = performance.now() - started
    // lists of candidates name pupils: they are not kept
    if (moves && !opening.file.set.oneSchool) void keepFile(this.kind, source, snapshot.rows.filter((row) => row.aside === null).length)
    if (moves) this.step = this.firstStep(snapshot)
  }

  /** Where a person is needed: at the columns, at the problems, or nowhere before the figures. */
  firstStep({ counts, findings }: Snapshot): RosterStep {
    if (findings.some((f) => f.class === 'must' && (f.check === 'missing-column' || f.check === 'no-header') && f.all.length === 0)) return 'columns'
    return counts.must + counts.look > 0 || (this.file?.doubtful ?? false) ? 'check' : 'result'
  }

  /** One press of a button. */
  async change(edits: readonly Edit[], why: Bilingual): Promise<void> {
    if (edits.length > 0) await this.#follow('checking', (service) => service.change({ edits: $state.snapshot(edits) as readonly Edit[], why }))
  }

  fix(fix: Fix, why: Bilingual): Promise<void> {
    return this.change(fix.edits, why)
  }
  undo(): Promise<void> {
    return this.snapshot?.canUndo ? this.#follow('checking', (service) => service.undo()) : Promise.resolve()
  }
  redo(): Promise<void> {
    return this.snapshot?.canRedo ? this.#follow('checking', (service) => service.redo()) : Promise.resolve()
  }
  undoAll(): Promise<void> {
    return this.#follow('checking', (service) => service.undoAll())
  }

  /** Goes to the next place (or the one before) that needs a person, round and round. */
  next(by: 1 | -1 = 1): void {
    if (this.open === 0) return
    const from = this.at < 0 || this.at >= this.open ? (by === 1 ? -1 : this.open) : this.at
    this.at = (from + by + this.open) % this.open
  }

  /** Remembers the columns as they stand. */
  async remember(): Promise<boolean> {
    const map = await this.#ask('writing', (service) => service.mapping())
    return map ? keepMapping(this.#shelf, map) : false
  }

  /** Asks the other thread for something; null if the work was stopped or failed, and then it has been said. */
  ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    return this.#ask(work, question)
  }

  /** Stops the work by ending the thread. What was open is gone with it. */
  cancel(): void {
    this.#thread?.end()
    this.#thread = null
    this.#stop?.()
    this.file = null
    this.snapshot = null
    this.baseline = []
    this.step = 'file'
  }

  #stop: (() => void) | null = null

  async #follow(work: RosterWork, question: (service: RosterService) => Promise<Snapshot>): Promise<void> {
    const snapshot = await this.#ask(work, question)
    if (!snapshot) return
    const { at } = this
    this.snapshot = snapshot
    // what was settled is gone from the list: the next place has moved up
    if (at >= 0) this.at = this.open === 0 ? -1 : Math.min(at, this.open - 1)
    this.baseline = []
    this.groups = []
    if (!snapshot.clear || this.kind !== 'schools') return
    const baseline = await this.#ask('computing', (service) => service.baseline())
    if (baseline && this.snapshot === snapshot) this.baseline = baseline
    const groups = this.file?.set.group === undefined ? [] : await this.#ask('computing', (service) => service.groups())
    if (groups && this.snapshot === snapshot) this.groups = groups
  }

  async #ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    this.warm()
    const thread = this.#thread!
    this.work = work
    const timer = setTimeout(() => (this.slow = true), patience)
    try {
      const stopped = new Promise<null>((resolve) => (this.#stop = () => resolve(null)))
      return await Promise.race([question(thread.service), thread.lost, stopped])
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error)
      this.problems = [{ path: this.file?.name ?? '', text: { zh: `处理时出错：${text}`, en: `This could not be done: ${text}` }, hint: { zh: '请重新选择文件再试；仍出错时，请另存为新的 .xlsx 文件后再读。', en: 'Choose the file again; if it fails again, save the table as a new .xlsx file and read that.' } }]
      return null
    } finally {
      clearTimeout(timer)
      this.work = null
      this.slow = false
    }
  }
}
