/** A list of marks of which Tab reaches one. */
export interface Roving {
  /** Selector of the marks in the list, in its order. */
  readonly marks: string
  /** Which one Tab reaches. */
  readonly at: number
  /** Where a key moves; undefined for keys that do not move. */
  readonly step: (key: string) => number | undefined
  /** Takes note of the mark moved to. */
  readonly hold: (to: number) => void
  /** What Enter and Space do on a mark. */
  readonly pick?: () => void
}

/** Keys in a list of marks: arrows, Home and End move, Enter chooses, Escape leaves the marks for the list itself and Enter goes back in. */
export function rove(event: KeyboardEvent & { readonly currentTarget: HTMLElement | SVGElement }, { marks, at, step, hold, pick }: Roving): void {
  const { currentTarget: list, target, key } = event
  const inside = target !== list
  const focus = (k: number) => list.querySelectorAll<HTMLElement | SVGElement>(marks)[k]?.focus()
  const to = step(key)
  if (to !== undefined) {
    hold(to)
    focus(to)
  } else if (inside && key === 'Escape') list.focus()
  else if (!inside && key === 'Enter') focus(at)
  else if (inside && pick && (key === 'Enter' || key === ' ')) pick()
  else return
  event.preventDefault()
  event.stopPropagation()
}
