import type { OpenedFile, OpenOptions, SessionKind, Snapshot, Source } from '../../../roster/index.ts'
import { keepFile, keepSteps, keptSteps, keyOf, type KeptSteps } from '../kept/kept-files.ts'

/** What is to be read: a file, and how. */
export interface Wanted {
  readonly source: Source
  readonly sheet?: string | undefined
  readonly encoding?: OpenedFile['encoding'] | undefined
}

/** A file, how it is read, and what it is called among those kept in this browser. */
export interface Held extends Wanted {
  readonly options: OpenOptions
  readonly key: string
}

/** What an import has open, as plain data: another thread can open it again, and this browser keeps it with its changes. */
export class HeldFile {
  /** There are changes that this browser has not kept: they would be lost with the page. */
  unsaved = $state(false)
  /** null = nothing is open. */
  open: Held | null = null
  readonly #kind: SessionKind
  /** One thing is kept after the other. */
  #keeping: Promise<unknown> = Promise.resolve()

  constructor(kind: SessionKind) {
    this.#kind = kind
  }

  /** How a file is to be opened: as it is wanted, otherwise as it was read when somebody worked in it last; and those changes. */
  async reading(wanted: Wanted, own: OpenOptions): Promise<{ readonly held: Held; readonly before: KeptSteps | null }> {
    const key = keyOf(this.#kind, wanted.source)
    await this.#keeping
    const before = await keptSteps(key)
    const sheet = wanted.sheet ?? before?.sheet
    const encoding = wanted.encoding ?? before?.encoding
    const options = { ...own, ...(sheet === undefined ? {} : { sheet }), ...(encoding ? { encoding } : {}) }
    return { held: { ...wanted, options, key }, before }
  }

  /** A file is open now. Lists of candidates name pupils: they are not kept. */
  hold(held: Held, { set, sheet, encoding }: OpenedFile, rows: number): void {
    this.unsaved = false
    this.open = { ...held, sheet, encoding, options: { ...held.options, sheet, ...(encoding ? { encoding } : {}) } }
    if (!set.oneSchool) this.#keeping = keepFile(this.#kind, held.key, held.source, rows)
  }

  /** Keeps what was changed so far; until it is, closing the page would lose it. */
  keep({ set, sheet, encoding }: OpenedFile, steps: Snapshot['steps'], isLast: () => boolean): void {
    const { open } = this
    if (!open) return
    this.unsaved = steps.done.length > 0
    this.#keeping = this.#keeping.then(async () => {
      const kept = await keepSteps(open.key, { ...steps, set: set.id, sheet, encoding })
      if (kept && isLast()) this.unsaved = false
    })
  }

  close(): void {
    this.open = null
    this.unsaved = false
  }
}

/** The changes made before, if the file is read now as it was then. */
export const stepsFor = ({ set, sheet, encoding }: OpenedFile, before: KeptSteps | null): KeptSteps | null =>
  before?.set === set.id && before.sheet === sheet && before.encoding === encoding ? before : null
