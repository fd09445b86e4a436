/** A document of the model’s description and a heading in it. */
export interface Reading {
  readonly document: string
  readonly heading?: string
}

/** What lies over a screen: dialogs, and on Explore at most one panel over the lower pictures. */
export class Panels {
  help = $state(false)
  about = $state(false)
  share = $state(false)
  /** Scenarios kept here and shipped are being looked at. */
  examples = $state(false)
  /** Document being read, and where in it; null = none. */
  reading = $state.raw<Reading | null>(null)
  /** Policy whose sheet is open, or null. */
  sheet = $state<string | null>(null)
  why = $state(false)
  /** The panel of assumptions is open. */
  assuming = $state(false)
  /** The full list of official items is open. */
  listing = $state(false)

  /** Dialogs that are on the screen, those of a school and of a screen too. */
  #dialogs = 0

  /** Whether a dialog lies over the page: keys are for it alone. */
  get hasDialog(): boolean {
    return this.#dialogs > 0
  }

  /** A dialog has come; what is returned is called when it goes. */
  enter(): () => void {
    this.#dialogs++
    return () => void this.#dialogs--
  }

  /** Opens one panel over the lower pictures, or none; whatever was open there closes. */
  show(panel: { readonly sheet?: string; readonly why?: boolean; readonly assuming?: boolean; readonly listing?: boolean } = {}): void {
    this.sheet = panel.sheet ?? null
    this.why = panel.why ?? false
    this.assuming = panel.assuming ?? false
    this.listing = panel.listing ?? false
  }

  /** Closes the panel over the lower pictures; whether there was one. */
  closeLower(): boolean {
    const open = this.sheet !== null || this.why || this.assuming || this.listing
    if (open) this.show()
    return open
  }
}
