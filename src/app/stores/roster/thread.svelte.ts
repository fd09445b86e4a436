import type { HireRoster, RosterService, RosterThread } from './service.ts'

/** What is being waited for. */
export type RosterWork = 'reading' | 'checking' | 'computing' | 'writing'

/** Waits long enough to notice: shorter work shows no progress. */
const patience = 250

/** What is told of a thread: a question that failed, or the thread itself; and how one takes up what the one before held. */
interface Told {
  readonly failed: (error: unknown) => void
  readonly broke: (error: unknown) => void
  readonly takeUp: (service: RosterService) => Promise<void>
}

/** The other thread of an import, hired when it is needed, and what it is asked. */
export class RosterThreads {
  /** What is being waited for; null = nothing. */
  work = $state<RosterWork | null>(null)
  /** The work has lasted long enough to be shown. */
  slow = $state(false)
  readonly #hire: HireRoster
  readonly #told: Told
  #thread: RosterThread | null = null
  /** Whether the thread holds what is open; null = nobody has asked it to. */
  #holds: Promise<void> | null = null
  /** Questions that are not answered yet. */
  #asked = 0

  constructor(hire: HireRoster, told: Told) {
    this.#hire = hire
    this.#told = told
  }

  /** The thread at work. After one that breaks the next question starts another. */
  running(): RosterThread {
    if (this.#thread) return this.#thread
    const thread = this.#hire()
    this.#thread = thread
    this.#holds = null
    thread.over.catch((error: unknown) => {
      if (this.#thread !== thread) return
      this.#thread = null
      this.#told.broke(error)
    })
    return thread
  }

  /** The thread has opened something by itself. */
  opened(): void {
    this.#holds = Promise.resolve()
  }

  /** Lets a thread that is new take up what is open. */
  #ready({ service }: RosterThread): Promise<void> {
    const taking = this.#holds ?? this.#told.takeUp(service)
    this.#holds = taking
    void taking.catch(() => this.#holds === taking && (this.#holds = null))
    return taking
  }

  /**
   * Asks for something; null if the work was stopped or failed, and then it has been told.
   *
   * @param anew the question opens another file: what is open need not be there
   */
  async ask<T>(work: RosterWork, question: (service: RosterService) => Promise<T>, anew = false): Promise<T | null> {
    const thread = this.running()
    this.work = work
    this.#asked++
    const timer = setTimeout(() => (this.slow = true), patience)
    try {
      const answer = anew ? question(thread.service) : this.#ready(thread).then(() => question(thread.service))
      return await Promise.race([answer, thread.over])
    } catch (error) {
      // of a thread that is over it has been told
      if (this.#thread === thread) this.#told.failed(error)
      return null
    } finally {
      clearTimeout(timer)
      if (--this.#asked === 0) {
        this.work = null
        this.slow = false
      }
    }
  }

  /** Ends the thread, also in the middle of work. */
  end(): void {
    this.#thread?.end()
    this.#thread = null
  }
}
