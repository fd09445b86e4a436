import type { Bilingual, Problem } from '../../../engine/index.ts'
import type { Edit, Fix, GroupSummary, ItemSet, MappingFile, OpenedFile, RegimeFigures, SessionKind, Snapshot, Source } from '../../../roster/index.ts'
import { sizeProblem } from '../../../roster/index.ts'
import { keptColumns, rememberedWhen, shelfOf } from './columns.ts'
import type { Wanted } from './held-file.svelte.ts'
import { forgetMapping, keepMapping, type KeptMapping } from '../kept/roster-keep.ts'
import { RosterReading } from './reading.svelte.ts'
import type { HireRoster, RosterService } from './service.ts'
import { Spots } from './spots.svelte.ts'
import { firstStep, type RosterStep } from './steps.ts'
import type { RosterWork } from './thread.svelte.ts'

/** What of a file is needed to open it. */
export type ChosenFile = Pick<File, 'name' | 'size' | 'arrayBuffer'>

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
  /** When the columns in use were remembered; 0 = they were not. */
  remembered = $state(0)
  /** Changes of an earlier day that were taken up with the file. */
  resumed = $state(0)
  /** Milliseconds from choosing the file to figures. */
  took = $state(0)

  /** Places with something to see to. */
  readonly spots = new Spots(() => this.snapshot)

  /** What was chosen last, for messages: it may be that it cannot be read. */
  #source: Source | null = null
  /** Columns remembered that the reading under way may use. */
  #offered: readonly KeptMapping[] = []
  readonly #reading: RosterReading

  constructor(kind: SessionKind, hire: HireRoster) {
    this.kind = kind
    this.#reading = new RosterReading(kind, hire, {
      shown: () => this.snapshot,
      open: (file, snapshot) => this.#open(file, snapshot),
      refused: (problems) => (this.problems = problems),
      lost: () => this.cancel(),
      failed: (error) => this.#say(error),
    })
  }

  /** Starts the thread before it is needed: it is ready when a file is chosen. */
  warm(): void {
    this.#reading.threads.running()
  }

  /** What is being waited for, and whether it has lasted long enough to be shown. */
  get work(): RosterWork | null {
    return this.#reading.threads.work
  }
  get slow(): boolean {
    return this.#reading.threads.slow
  }
  /** What is open was read from this; null = nothing is. */
  get source(): Source | null {
    return this.#reading.held.open?.source ?? null
  }
  /** There are changes that this browser has not kept. */
  get unsaved(): boolean {
    return this.#reading.held.unsaved
  }

  /** A file was read. */
  #open(file: OpenedFile, snapshot: Snapshot): void {
    this.file = file
    this.spots.at = -1
    this.resumed = snapshot.steps.done.length
    this.remembered = rememberedWhen(this.#offered, file, snapshot)
    this.#show(snapshot)
  }

  /** Forgets what was open. */
  #close(): void {
    this.#reading.held.close()
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
    if ((await this.#read({ source }, kept)) && this.snapshot) this.step = firstStep(this.snapshot, this.file?.doubtful ?? false)
  }

  /** Reads the same file in another encoding or another sheet. */
  async again(change: { readonly sheet?: string; readonly encoding?: OpenedFile['encoding'] }): Promise<void> {
    const { open } = this.#reading.held
    if (open) await this.#read({ ...open, ...change }, this.remembered > 0 ? await this.#kept() : [])
  }

  /** Forgets the remembered columns and matches by names alone. */
  async forget(): Promise<void> {
    await forgetMapping(this.#shelf)
    const { open } = this.#reading.held
    if (open) await this.#read(open, [])
  }

  get #shelf(): string {
    return shelfOf(this.kind, this.file?.set.id)
  }
  #kept(): Promise<readonly KeptMapping[]> {
    return keptColumns(this.kind, this.set?.id)
  }

  /** Reads a file, shows it and computes its figures; whether it is still wanted then. */
  async #read(wanted: Wanted, kept: readonly KeptMapping[]): Promise<boolean> {
    const started = performance.now()
    this.#source = wanted.source
    this.#offered = kept
    this.problems = []
    const reading = this.#reading.read(wanted, { ...(this.set ? { set: this.set } : {}), ...(this.map ? { map: this.map } : { maps: kept.map((one) => one.map) }) })
    const { sign } = this.#reading
    if (!(await reading)) return false
    await this.measure()
    this.took = performance.now() - started
    return sign === this.#reading.sign
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

  /** Remembers the columns as they stand. */
  async remember(): Promise<boolean> {
    const map = await this.ask('writing', (service) => service.mapping())
    return map ? keepMapping(this.#shelf, map) : false
  }

  /** Asks the other thread for something, once a file that is being read is there; null if the work was stopped or failed, and then it has been said. */
  ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    return this.#reading.ask(work, question)
  }

  /** Stops the work by ending the thread. What was open before stays: the next question takes it up in another one. */
  cancel(): void {
    this.#reading.stop()
    if (!this.#reading.held.open) this.#close()
    // figures that were not waited for: they are computed when somebody goes to them
    else if (this.baseline.length === 0 && (this.step === 'result' || this.step === 'build')) this.step = 'check'
  }

  /** Ends the thread and forgets what it held. */
  end(): void {
    this.cancel()
    this.#close()
  }

  async #follow(work: RosterWork, question: (service: RosterService) => Promise<Snapshot>): Promise<void> {
    const { file } = this
    await this.#reading.settled
    // what was meant for one table does not land in another
    if (!file || this.file !== file) return
    const snapshot = await this.ask(work, question)
    if (!snapshot) return
    this.resumed = 0
    this.#reading.held.keep(file, snapshot.steps, () => this.snapshot === snapshot)
    this.#show(snapshot)
    await this.measure()
  }

  #show(snapshot: Snapshot): void {
    this.snapshot = snapshot
    this.spots.stay()
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
