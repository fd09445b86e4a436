import type { AllotmentFile } from '../../../roster/index.ts'

/** The rule of the allotment as it stands on the screen: it outlives the step, so that going back to the table loses nothing. */
export class AllotForm {
  rule = $state<AllotmentFile>(undefined as never)
  /** Directed places where the rule names no senior high. */
  seats = $state(360)

  constructor(rule: AllotmentFile) {
    this.rule = rule
  }
}
