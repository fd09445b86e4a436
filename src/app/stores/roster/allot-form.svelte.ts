import type { Problem } from '../../../engine/index.ts'
import { isSeats, type AllotmentFile, type AllotmentReport, type Snapshot } from '../../../roster/index.ts'
import type { RosterImport } from './import.svelte.ts'

/** An allotment and the rule that made it: what is printed or saved of it names that rule. */
export interface MadeAllotment {
  readonly rule: AllotmentFile
  /** null = the rule or the table does not allow one; `problems` say why. */
  readonly report: AllotmentReport | null
  readonly problems: readonly Problem[]
  /** The table that it is of. */
  readonly of: Snapshot | null
}

/** The rule of the allotment as it stands on the screen, and what it gives. It outlives the step, so that going back to the table loses nothing. */
export class AllotForm {
  rule = $state<AllotmentFile>(undefined as never)
  /** Directed places where the rule names no senior high, as written. */
  seats = $state('360')
  /** What was written for them is no number of places. */
  readonly seatsAreWrong: boolean = $derived.by(() => this.rule.seniors === undefined && !isSeats(this.seats))
  /** The last allotment; while the next is under way it still holds for its own rule. */
  made = $state.raw<MadeAllotment | null>(null)
  /** The question was stopped or failed: it can be asked again. */
  stopped = $state(false)
  #asked = 0

  constructor(rule: AllotmentFile) {
    this.rule = rule
  }

  /** Asks for the allotment of a table under a rule. */
  async follow(roster: RosterImport, rule: AllotmentFile): Promise<void> {
    const mine = ++this.#asked
    const { snapshot: of } = roster
    this.stopped = false
    // figures of another table would mislead
    if (this.seatsAreWrong || this.made?.of !== of) this.made = null
    if (this.seatsAreWrong) return
    const seats = rule.seniors === undefined ? Number(this.seats) : 0
    const found = await roster.ask('computing', (service) => service.allotment(rule, seats))
    if (mine !== this.#asked) return
    this.made = found && { ...found, rule, of }
    this.stopped = found === null
  }
}
