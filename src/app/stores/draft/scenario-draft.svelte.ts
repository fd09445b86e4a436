import { dayOf } from '../../../words/format.ts'
import { begin, redone, revised, step, undone, type History } from './history.ts'
import { inOrder, type Draft } from './draft.ts'
import { dated } from './set-days.ts'

/** What is written down lies at the end of a draft that has just been changed, and elsewhere in one that came back: order is no difference. */
const same = (a: Draft, b: Draft): boolean => JSON.stringify(a, inOrder) === JSON.stringify(b, inOrder)

/** What somebody at this screen has made of a draft, today. Settings of another county come with it. */
const byHand = (before: Draft, next: Draft): Draft => (next.county === before.county ? dated(before, next, () => ({ day: dayOf(new Date()) })) : next)

/** The draft with its undo and redo steps. A drag is one step, however many values it passed through. */
export class ScenarioDraft {
  #history = $state.raw<History<Draft>>(begin({} as Draft))
  /** A draft still under the pointer; null when nothing is being dragged. */
  #live = $state.raw<Draft | null>(null)
  /** Whether there is one: who waits for the hand to let go does not wake with every value it passes. */
  readonly dragging: boolean = $derived(this.#live !== null)
  /** A state shown again without being the present one; null when none is. */
  #replayed = $state.raw<Draft | null>(null)
  /** Nothing can be changed: what was opened is only looked at. */
  locked = $state(false)
  readonly #onCommit: (draft: Draft) => void
  readonly #onReturn: () => void

  /** `onCommit` is told every committed state, also after undo and redo; `onReturn` of a drag or a replay that ended where it began. */
  constructor(first: Draft, onCommit: (draft: Draft) => void = () => undefined, onReturn: () => void = () => undefined) {
    this.#history = begin(first)
    this.#onCommit = onCommit
    this.#onReturn = onReturn
  }

  get current(): Draft {
    return this.#live ?? this.#history.present
  }
  /** What the levers show: the draft, or what is being replayed. Nothing is changed from here. */
  get shown(): Draft {
    return this.#replayed ?? this.current
  }
  get replaying(): boolean {
    return this.#replayed !== null
  }
  get committed(): Draft {
    return this.#history.present
  }
  get canUndo(): boolean {
    return !this.locked && this.#history.past.length > 0
  }
  get canRedo(): boolean {
    return !this.locked && this.#history.future.length > 0
  }
  /** The state before the last committed change, for the grey line and for replay. */
  get previous(): Draft | null {
    return this.#history.past.at(-1) ?? null
  }

  /** A value under the pointer: shown, not yet a step. */
  drag(next: Draft): void {
    if (this.locked) return
    this.#replayed = null
    this.#live = next
  }

  /** Shows a state again. Whatever is done next ends it. */
  replay(state: Draft): void {
    this.#replayed = state
  }

  /** Lets go: what is under the pointer, or `next`, becomes one step, with the day on which it was decided. Nothing happens if it equals the present. */
  commit(next: Draft = this.current): void {
    this.take(byHand(this.committed, next))
  }

  /** The same of a draft decided elsewhere or before: its days are its own. */
  take(next: Draft): void {
    if (this.locked) return
    const dragged = this.#live !== null || this.#replayed !== null
    this.#live = null
    this.#replayed = null
    if (same(next, this.#history.present)) return dragged ? this.#onReturn() : undefined
    this.#history = step(this.#history, next)
    this.#onCommit(next)
  }

  /** Forgets what is under the pointer or replayed. */
  cancel(): void {
    if (this.#live === null && this.#replayed === null) return
    this.#live = null
    this.#replayed = null
    this.#onReturn()
  }

  /** One step back. What is still under the pointer is the last thing done: it is taken back first, and comes again with `redo`. */
  undo(): void {
    const live = this.#live
    const moved = live !== null && !same(live, this.#history.present)
    this.#turn(undone(moved ? step(this.#history, byHand(this.committed, live)) : this.#history))
  }
  redo(): void {
    this.#turn(redone(this.#history))
  }

  /** Changes every state there is, or takes it out (null): no step, and nothing that undo brings back. `instead` stands where the present one is taken out. */
  revise(change: (state: Draft) => Draft | null, instead: Draft): void {
    this.#live = null
    this.#replayed = null
    this.#history = revised(this.#history, change, instead)
    this.#onCommit(this.#history.present)
  }

  #turn(next: History<Draft>): void {
    // nowhere to go: what is under the hand is let go, and the present one shown again
    if (this.locked || next === this.#history) return this.cancel()
    this.#live = null
    this.#replayed = null
    this.#history = next
    this.#onCommit(next.present)
  }
}
