type Switch = 'dark' | 'letters'

const nameOf = (which: Switch): string => `hengtu.${which}`

/** How a switch was left; `otherwise` if it never was set, or this browser stores nothing. */
function left(which: Switch, otherwise: boolean): boolean {
  try {
    return (localStorage.getItem(nameOf(which)) ?? (otherwise ? 'on' : 'off')) === 'on'
  } catch {
    return otherwise
  }
}

/** Keeps a switch where this browser stores anything; elsewhere it holds until the page is closed. */
function keep(which: Switch, on: boolean): void {
  try {
    localStorage.setItem(nameOf(which), on ? 'on' : 'off')
  } catch {
    // refused: nothing else hangs on it
  }
}

/** Switches of the person at this screen: kept in this browser, never in a link. */
export class Personal {
  #dark = $state(left('dark', typeof matchMedia === 'function' && matchMedia('(prefers-color-scheme: dark)').matches))
  #letters = $state(left('letters', true))

  get dark(): boolean {
    return this.#dark
  }
  set dark(on: boolean) {
    this.#dark = on
    keep('dark', on)
  }

  /** Single letters are shortcuts. */
  get letters(): boolean {
    return this.#letters
  }
  set letters(on: boolean) {
    this.#letters = on
    keep('letters', on)
  }
}
