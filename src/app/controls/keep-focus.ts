/** Takes the focus into a box while it is there. Who still has it there, or has lost it with it, is led back to where it came from. */
export function keepFocus(box: HTMLElement, take: () => void = () => box.focus()): () => void {
  const before = document.activeElement
  take()
  return () => {
    const now = document.activeElement
    const lost = now === null || now === document.body || box.contains(now)
    if (lost && before?.isConnected) (before as HTMLElement | SVGElement).focus()
  }
}
