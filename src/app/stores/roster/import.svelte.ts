import type { Bilingual, Problem } from '../../../engine/index.ts'
import type { Edit, Finding, Fix, GroupSummary, ItemSet, MappingFile, Occurrence, OpenedFile, OpenOptions, RegimeFigures, SessionKind, Snapshot, Source } from '../../../roster/index.ts'
import { sizeProblem } from '../../../roster/index.ts'
import { keptColumns, rememberedWhen, shelfOf } from './columns.ts'
import { HeldFile, stepsFor, type Wanted } from './held-file.svelte.ts'
import { forgetMapping, keepMapping, type KeptMapping } from '../kept/roster-keep.ts'
import type { HireRoster, RosterService } from './service.ts'
import { RosterThreads, type RosterWork } from './thread.svelte.ts'

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
  /** Changes of an earlier day that were taken up with the file. */
  resumed = $state(0)
  /** Milliseconds from choosing the file to figures. */
  took = $state(0)

  readonly spots: readonly Spot[] = $derived.by(() => (this.snapshot?.findings ?? []).flatMap((finding, index) => finding.at.map((place) => ({ finding, place, index }))))
  /** Spots that a person should see to: the first ones of the list. */
  readonly open: number = $derived.by(() => (this.snapshot ? this.snapshot.counts.must + this.snapshot.counts.look : 0))
  readonly spot: Spot | null = $derived.by(() => this.spots[this.at] ?? null)

  readonly #threads: RosterThreads
  /** What was chosen last, for messages: it may be that it cannot be read. */
  #source: Source | null = null
  readonly #held: HeldFile

  constructor(kind: SessionKind, hire: HireRoster) {
    this.kind = kind
    this.#held = new HeldFile(kind)
    this.#threads = new RosterThreads(hire, {
      failed: (error) => this.#say(error),
      broke: (error) => this.#say(error),
      takeUp: (service) => this.#takeUp(service),
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
  /** What is open was read from this; null = nothing is. */
  get source(): Source | null {
    return this.#held.open?.source ?? null
  }
  /** There are changes that this browser has not kept. */
  get unsaved(): boolean {
    return this.#held.unsaved
  }

  /** Opens in a new thread what is open on the page, with all its changes. */
  async #takeUp(service: RosterService): Promise<void> {
    const { snapshot } = this
    const { open } = this.#held
    if (!open || !snapshot) return
    const { file, problems } = await service.open(open.source, this.kind, open.options)
    if (!file) throw new Error(problems[0]?.text.en)
    await service.resume(snapshot.steps)
  }

  /** Forgets what was open. */
  #close(): void {
    this.#held.close()
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
    const kept = await this.#kept()
    if ((await this.#read({ source }, kept)) && this.snapshot) this.step = this.firstStep(this.snapshot)
  }

  /** Reads the same file in another encoding or another sheet. */
  async again(change: { readonly sheet?: string; readonly encoding?: OpenedFile['encoding'] }): Promise<void> {
    const { open } = this.#held
    if (open) await this.#read({ ...open, ...change }, this.remembered > 0 ? await this.#kept() : [])
  }

  /** Forgets the remembered columns and matches by names alone. */
  async forget(): Promise<void> {
    await forgetMapping(this.#shelf)
    const { open } = this.#held
    if (open) await this.#read(open, [])
  }

  get #shelf(): string {
    return shelfOf(this.kind, this.file?.set.id)
  }
  #kept(): Promise<readonly KeptMapping[]> {
    return keptColumns(this.kind, this.set?.id)
  }

  /** Reads a file and shows it; whether that came to an end. */
  async #read(wanted: Wanted, kept: readonly KeptMapping[]): Promise<boolean> {
    const started = performance.now()
    // one that is under way is not wanted any more
    if (this.#reading) this.#threads.end()
    const mine = ++this.#readings
    const reading = this.#openFile(wanted, kept, () => mine === this.#readings)
    this.#reading = reading
    const isOpen = await reading
    if (this.#reading === reading) this.#reading = null
    if (!isOpen) return false
    await this.measure()
    this.took = performance.now() - started
    return mine === this.#readings
  }

  async #openFile({ source, ...how }: Wanted, kept: readonly KeptMapping[], isWanted: () => boolean): Promise<boolean> {
    this.#source = source
    this.problems = []
    const own: OpenOptions = { ...(this.set ? { set: this.set } : {}), ...(this.map ? { map: this.map } : { maps: kept.map((one) => one.map) }) }
    const { held, before } = await this.#held.reading({ source, ...how }, own)
    if (!isWanted()) return false
    const opening = await this.#threads.ask('reading', (service) => service.open(source, this.kind, held.options), true)
    if (!opening || !isWanted()) return false
    const { file } = opening
    if (!file) {
      this.problems = opening.problems
      return false
    }
    const steps = stepsFor(file, before)
    const snapshot = await this.#threads.ask('checking', (service) => (steps ? service.resume(steps) : service.look()), true)
    if (!isWanted()) return false
    // the other thread holds the new file: beside its name the rows of the one before would be a mixture
    if (!snapshot) {
      this.cancel()
      return false
    }
    this.#threads.opened()
    this.#held.hold(held, file, snapshot.rows.filter((row) => row.aside === null).length)
    this.file = file
    this.at = -1
    this.resumed = snapshot.steps.done.length
    this.remembered = rememberedWhen(kept, file, snapshot)
    this.#show(snapshot)
    return true
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

  /** Asks the other thread for something, once a file that is being read is there; null if the work was stopped or failed, and then it has been said. */
  async ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    await this.#reading
    return this.#threads.ask(work, question)
  }

  /** Stops the work by ending the thread. What was open before stays: the next question takes it up in another one. */
  cancel(): void {
    this.#readings++
    this.#threads.end()
    if (!this.#held.open) this.#close()
    // figures that were not waited for: they are computed when somebody goes to them
    else if (this.baseline.length === 0 && (this.step === 'result' || this.step === 'build')) this.step = 'check'
  }

  /** Ends the thread and forgets what it held. */
  end(): void {
    this.cancel()
    this.#close()
  }

  /** Readings begun: an answer to an earlier one comes too late. */
  #readings = 0
  /** The reading under way. */
  #reading: Promise<boolean> | null = null

  async #follow(work: RosterWork, question: (service: RosterService) => Promise<Snapshot>): Promise<void> {
    const { file } = this
    await this.#reading
    // what was meant for one table does not land in another
    if (!file || this.file !== file) return
    const snapshot = await this.ask(work, question)
    if (!snapshot) return
    this.resumed = 0
    this.#held.keep(file, snapshot.steps, () => this.snapshot === snapshot)
    this.#show(snapshot)
    await this.measure()
  }

  #show(snapshot: Snapshot): void {
    const { at } = this
    this.snapshot = snapshot
    // what was settled is gone from the list: the next place has moved up
    if (at >= 0) this.at = this.open === 0 ? -1 : Math.min(at, this.open - 1)
    this.baseline = []
    this.groups = []
  }

  /** Computes the official figures of the table as it stands. */
  async measure(): Promise<void> {
    const { snapshot } = this
    if (!snapshot?.clear || this.kind !== 'schools') return
    const baseline = await this.ask('computing', (service) => service.baseline())
    if (!baseline || this.snapshot !== snapshot) return
    this.baseline = baseline
    const groups = this.file?.set.group === undefined ? [] : await this.ask('computing', (service) => service.groups())
    if (groups && this.snapshot === snapshot) this.groups = groups
  }

  #say(error: unknown, path = this.file?.name ?? this.#source?.name ?? ''): void {
    const text = error instanceof Error ? error.message : String(error)
    this.problems = [{ path, text: { zh: `处理时出错：${text}`, en: `This could not be done: ${text}` }, hint: { zh: '请重新选择文件再试；仍出错时，请另存为新的 .xlsx 文件后再读。', en: 'Choose the file again; if it fails again, save the table as a new .xlsx file and read that.' } }]
  }
}
