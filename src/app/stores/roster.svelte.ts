import type { Bilingual, Problem } from '../../engine/index.ts'
import type { Edit, Finding, Fix, GroupSummary, ItemSet, MappingFile, Occurrence, OpenedFile, RegimeFigures, SessionKind, Snapshot, Source } from '../../roster/index.ts'
import { sizeProblem } from '../../roster/index.ts'
import { keptColumns, rememberedWhen, shelfOf } from './roster-columns.ts'
import { forgetMapping, keepFile, keepMapping, type KeptMapping } from './roster-keep.ts'
import type { HireRoster, RosterService } from './roster-service.ts'
import { RosterThreads, type RosterWork } from './roster-thread.svelte.ts'

/** Steps of an import, in order; `result` is the baseline of schools, or the allotment of places. */
export const rosterSteps = ['file', 'columns', 'check', 'result', 'build'] as const
export type RosterStep = (typeof rosterSteps)[number]

/** What of a file is needed to open it. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

/** One place with something to see to. */
export interface Spot {
  readonly finding: Finding
  readonly place: Occurrence
  /** Position of the finding in the list. */
  readonly index: number
}

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

  readonly #threads: RosterThreads
  #source: Source | null = null
  #sheet: string | undefined
  #encoding: OpenedFile['encoding'] | undefined

  constructor(kind: SessionKind, hire: HireRoster) {
    this.kind = kind
    this.#threads = new RosterThreads(hire, {
      failed: (error) => this.#say(error),
      broke: (error) => {
        this.#say(error)
        this.#close()
      },
    })
  }

  /** Starts the thread before it is needed: it is ready when a file is chosen. */
  warm(): void {
    this.#threads.running()
  }

  /** What is being waited for, and whether it has lasted long enough to be shown. */
  get work(): RosterWork | null {
    return this.#threads.work
  }
  get slow(): boolean {
    return this.#threads.slow
  }

  /** Forgets what was open: the thread that held it is over. */
  #close(): void {
    this.file = null
    this.snapshot = null
    this.baseline = []
    this.groups = []
    this.step = 'file'
  }

  /** Opens a chosen file; one that is too large is refused before it is read. */
  async take(file: ChosenFile): Promise<void> {
    const large = sizeProblem(file.size, file.name)
    if (large) {
      this.problems = [large]
      return
    }
    const content = await file.arrayBuffer().catch((error: unknown) => this.#say(error, file.name))
    if (content) await this.choose({ name: file.name, content: new Uint8Array(content) })
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

  get #shelf(): string {
    return shelfOf(this.kind, this.file?.set.id)
  }
  #kept(): Promise<readonly KeptMapping[]> {
    return keptColumns(this.kind, this.set?.id)
  }

  async #read(kept: readonly KeptMapping[], moves = true): Promise<void> {
    const source = this.#source
    if (!source) return
    const started = performance.now()
    const mine = ++this.#readings
    this.problems = []
    const opening = await this.ask('reading', (service) =>
      service.open(source, this.kind, { ...(this.set ? { set: this.set } : {}), ...(this.map ? { map: this.map } : { maps: kept.map((one) => one.map) }), ...(this.#sheet === undefined ? {} : { sheet: this.#sheet }), ...(this.#encoding ? { encoding: this.#encoding } : {}) }),
    )
    if (!opening || mine !== this.#readings) return
    if (!opening.file) {
      this.problems = opening.problems
      return
    }
    const snapshot = await this.ask('checking', (service) => service.look())
    if (mine !== this.#readings) return
    // the other thread holds the new file: beside its name the rows of the one before would be a mixture
    if (!snapshot) return this.cancel()
    this.file = opening.file
    this.at = -1
    await this.#show(snapshot)
    if (!this.snapshot || mine !== this.#readings) return
    this.remembered = rememberedWhen(kept, opening.file, snapshot)
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
    const map = await this.ask('writing', (service) => service.mapping())
    return map ? keepMapping(this.#shelf, map) : false
  }

  /** Asks the other thread for something; null if the work was stopped or failed, and then it has been said. */
  ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    return this.#threads.ask(work, question)
  }

  /** Stops the work by ending the thread. What was open is gone with it. */
  cancel(): void {
    this.#threads.end()
    this.#close()
  }

  /** Readings begun: an answer to an earlier one comes too late. */
  #readings = 0

  async #follow(work: RosterWork, question: (service: RosterService) => Promise<Snapshot>): Promise<void> {
    const snapshot = await this.ask(work, question)
    if (snapshot) await this.#show(snapshot)
  }

  async #show(snapshot: Snapshot): Promise<void> {
    const { at } = this
    this.snapshot = snapshot
    // what was settled is gone from the list: the next place has moved up
    if (at >= 0) this.at = this.open === 0 ? -1 : Math.min(at, this.open - 1)
    this.baseline = []
    this.groups = []
    if (!snapshot.clear || this.kind !== 'schools') return
    const baseline = await this.ask('computing', (service) => service.baseline())
    if (baseline && this.snapshot === snapshot) this.baseline = baseline
    const groups = this.file?.set.group === undefined ? [] : await this.ask('computing', (service) => service.groups())
    if (groups && this.snapshot === snapshot) this.groups = groups
  }

  #say(error: unknown, path = this.file?.name ?? this.#source?.name ?? ''): void {
    const text = error instanceof Error ? error.message : String(error)
    this.problems = [{ path, text: { zh: `处理时出错：${text}`, en: `This could not be done: ${text}` }, hint: { zh: '请重新选择文件再试；仍出错时，请另存为新的 .xlsx 文件后再读。', en: 'Choose the file again; if it fails again, save the table as a new .xlsx file and read that.' } }]
  }
}
