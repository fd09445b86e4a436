import type { Problem } from '../../../engine/index.ts'
import type { OpenedFile, OpenOptions, SessionKind, Snapshot } from '../../../roster/index.ts'
import { HeldFile, stepsFor, type Wanted } from './held-file.svelte.ts'
import type { HireRoster, RosterService } from './service.ts'
import { RosterThreads, type RosterWork } from './thread.svelte.ts'

/** What of an import is told of its reading. */
interface Told {
  /** What is on the page: another thread takes it up. */
  readonly shown: () => Snapshot | null
  /** A file is open, and this is in it. */
  readonly open: (file: OpenedFile, snapshot: Snapshot) => void
  /** A file cannot be opened: what was open before is. */
  readonly refused: (problems: readonly Problem[]) => void
  /** The other thread holds the new file and cannot say what is in it: beside its name the rows of the one before would be a mixture. */
  readonly lost: () => void
  /** A question failed, or the thread broke. */
  readonly failed: (error: unknown) => void
}

/** Reads files into the other thread of an import, one at a time, and keeps what is open there: another thread can take it up. */
export class RosterReading {
  readonly held: HeldFile
  readonly threads: RosterThreads
  readonly #kind: SessionKind
  readonly #told: Told
  /** Readings begun, and those given up: an answer to an earlier one comes too late. */
  #begun = 0
  /** The reading under way. */
  #under: Promise<boolean> | null = null

  constructor(kind: SessionKind, hire: HireRoster, told: Told) {
    this.#kind = kind
    this.#told = told
    this.held = new HeldFile(kind)
    this.threads = new RosterThreads(hire, { failed: told.failed, broke: told.failed, takeUp: (service) => this.#takeUp(service) })
  }

  /** A sign of the reading begun last; another one stands here as soon as it is not wanted any more. */
  get sign(): number {
    return this.#begun
  }

  /** Settles once no file is being read. */
  get settled(): Promise<unknown> {
    return Promise.resolve(this.#under)
  }

  /** Opens in a new thread what is open on the page, with all its changes. */
  async #takeUp(service: RosterService): Promise<void> {
    const snapshot = this.#told.shown()
    const { open } = this.held
    if (!open || !snapshot) return
    const { file, problems } = await service.open(open.source, this.#kind, open.options)
    if (!file) throw new Error(problems[0]?.text.en)
    await service.resume(snapshot.steps)
  }

  /** Reads a file and shows it; whether that came to an end. */
  async read(wanted: Wanted, own: OpenOptions): Promise<boolean> {
    // one that is under way is not wanted any more
    if (this.#under) this.threads.end()
    const mine = ++this.#begun
    const under = this.#openFile(wanted, own, () => mine === this.#begun)
    this.#under = under
    const isOpen = await under
    if (this.#under === under) this.#under = null
    return isOpen
  }

  async #openFile(wanted: Wanted, own: OpenOptions, isWanted: () => boolean): Promise<boolean> {
    const { held, before } = await this.held.reading(wanted, own)
    if (!isWanted()) return false
    const opening = await this.threads.ask('reading', (service) => service.open(wanted.source, this.#kind, held.options), true)
    if (!opening || !isWanted()) return false
    const { file } = opening
    if (!file) {
      this.#told.refused(opening.problems)
      return false
    }
    const steps = stepsFor(file, before)
    const snapshot = await this.threads.ask('checking', (service) => (steps ? service.resume(steps) : service.look()), true)
    if (!isWanted()) return false
    if (!snapshot) {
      this.#told.lost()
      return false
    }
    this.threads.opened()
    this.held.hold(held, file, snapshot.rows.filter((row) => row.aside === null).length)
    this.#told.open(file, snapshot)
    return true
  }

  /** Asks the other thread for something, once a file that is being read is there; null if the work was stopped or failed, and then it has been said. */
  async ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>): Promise<T | null> {
    await this.#under
    return this.threads.ask(work, question)
  }

  /** Stops the work by ending the thread. What was open before stays: the next question takes it up in another one. */
  stop(): void {
    this.#begun++
    this.threads.end()
  }
}
