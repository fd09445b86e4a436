import { tick } from 'svelte'

/** Whether a key turns a picture into its table, or back: T by itself, where nobody writes and single letters are heard. */
export const turns = (event: KeyboardEvent, singleLetters: boolean): boolean =>
  singleLetters && event.key.toLowerCase() === 't' && !event.isComposing && !event.ctrlKey && !event.metaKey && !event.altKey && !(event.target as Element).matches('input,select,textarea')

/** Turns what stands in a box. Who was inside with the keyboard stays inside: on what can be reached there, else on the button that turns. */
export async function turnOver(box: HTMLElement | undefined, flip: () => void, button: HTMLElement | undefined): Promise<void> {
  const inside = box?.contains(document.activeElement)
  flip()
  await tick()
  if (inside && !box?.contains(document.activeElement)) (box?.querySelector<HTMLElement | SVGElement>('[tabindex="0"]') ?? button)?.focus()
}
