import type { Draft } from './draft.ts'
import type { ScenarioDraft } from './scenario-draft.svelte.ts'

/** Milliseconds for which each state is shown. */
const shownFor = 700

/** Shows the change from the last committed state to the present one again, three times, without making a step. Whatever is done meanwhile ends it. */
export class Replay {
  readonly #draft: ScenarioDraft
  readonly #run: (draft: Draft) => void
  #count = 0

  /** `run` computes a single run of a state. */
  constructor(draft: ScenarioDraft, run: (draft: Draft) => void) {
    this.#draft = draft
    this.#run = run
  }

  async play(): Promise<void> {
    // what is under the hand is the last change
    if (this.#draft.dragging) this.#draft.commit()
    const { previous, committed } = this.#draft
    if (!previous) return
    const mine = ++this.#count
    for (const one of [previous, committed, previous, committed, previous, committed]) {
      this.#draft.replay(one)
      this.#run(one)
      await new Promise((resolve) => setTimeout(resolve, shownFor))
      if (mine !== this.#count || !this.#draft.replaying) return
    }
    this.#draft.cancel()
  }
}
