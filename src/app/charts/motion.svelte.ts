/** Whether somebody has asked for pictures that do not move. */
export const still = (): boolean => typeof matchMedia !== 'function' || matchMedia('(prefers-reduced-motion: reduce)').matches

const reveal = 400
const easeOut = (share: number): number => 1 - (1 - share) ** 3

/** Share to which something that comes and goes is open: 1 if it was there from the start, else from 0 to 1 once it comes. */
export function opening(there: () => boolean): () => number {
  const is = $derived(there())
  let share = $state(there() ? 1 : 0)
  let before = there()
  // it must not hang on the share it sets: the first picture of the way would end it
  $effect(() => {
    if (is === before) return
    before = is
    const atOnce = is && still()
    share = atOnce ? 1 : 0
    if (!is || atOnce) return
    let from: number | undefined
    let frame = requestAnimationFrame(function open(now) {
      from ??= now
      const done = Math.min((now - from) / reveal, 1)
      share = easeOut(done)
      if (done < 1) frame = requestAnimationFrame(open)
    })
    return () => cancelAnimationFrame(frame)
  })
  return () => share
}

/** Where a dot lies, in which year, and milliseconds it takes there from the year before; none = at once. */
export interface Spot {
  readonly x: number
  readonly y: number
  readonly year: number
  readonly time: number
}

/** How a picture of one year moves: which year, milliseconds to the next, and the sections that crossed the standard on the way to it. */
export interface Moving {
  readonly year: number
  readonly time: number
  readonly crossed: ReadonlySet<number>
}

/** A dot keeps its identity from year to year: it glides to its new place. Whatever else moves it, as a lever does, moves it at once. */
export function glide(dot: SVGElement, first: Spot): { readonly update: (next: Spot) => void } {
  let at = first
  let gliding: Animation | undefined
  return {
    update(next) {
      const moved = next.x !== at.x || next.y !== at.y
      const glides = moved && next.year !== at.year && next.time > 0 && !still()
      // one still on its way starts from where it is seen
      const from = gliding?.playState === 'running' ? getComputedStyle(dot).transform : `translate(${at.x}px,${at.y}px)`
      if (moved) gliding?.cancel()
      if (glides) gliding = dot.animate([{ transform: from }, { transform: `translate(${next.x}px,${next.y}px)` }], { duration: next.time, easing: 'cubic-bezier(0.215, 0.61, 0.355, 1)' })
      at = next
    },
  }
}
