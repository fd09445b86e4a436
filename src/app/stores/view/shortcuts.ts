export type Shortcut = 'undo' | 'redo' | 'play' | 'before' | 'after' | 'replay' | 'help' | 'close' | 'explore' | 'schools' | 'data'

const letters: Readonly<Record<string, Shortcut>> = { ' ': 'play', ',': 'before', '.': 'after', r: 'replay', R: 'replay', '?': 'help' }

/** Inputs in which nothing is typed. */
const untyped: readonly string[] = ['range', 'checkbox', 'radio', 'button', 'submit', 'reset', 'file', 'color']

/** Whether text is typed there: such a field has an undo of its own. */
export function isTextField(target: EventTarget | null): boolean {
  const field = target as Partial<HTMLInputElement> | null
  if (field?.isContentEditable || field?.tagName === 'TEXTAREA') return true
  return field?.tagName === 'INPUT' && !untyped.includes(field.type ?? 'text')
}

/** Whether what has the focus takes a single letter itself: a field in which it is typed, a list that looks for it, a dialog; Space also presses, opens and chooses. */
const takes = (target: Partial<Element> | null, name: Shortcut): boolean =>
  isTextField(target as EventTarget | null) || Boolean(target?.closest?.(name === 'play' ? 'select, dialog, input, button, summary, [role=option], a' : 'select, dialog'))

/** Which shortcut a key press is; null if none. Presses while a Chinese input method composes are none; inside a field of text neither letters are, nor undo, which is the field’s. */
export function shortcutOf(event: KeyboardEvent, singleLetters: boolean): Shortcut | null {
  if (event.isComposing || event.keyCode === 229) return null
  if (event.key === 'Escape') return 'close'
  const command = event.ctrlKey || event.metaKey
  const key = event.key.toLowerCase()
  if (command && !event.altKey && (key === 'z' || key === 'y')) return isTextField(event.target) ? null : key === 'y' || event.shiftKey ? 'redo' : 'undo'
  if (event.altKey && event.shiftKey && event.code === 'Digit1') return 'explore'
  if (event.altKey && event.shiftKey && event.code === 'Digit3') return 'schools'
  if (event.altKey && event.shiftKey && event.code === 'Digit6') return 'data'
  if (command || event.altKey || !singleLetters) return null
  const name = letters[event.key]
  return name === undefined || takes(event.target as Partial<Element> | null, name) ? null : name
}
