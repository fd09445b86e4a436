export type Shortcut = 'undo' | 'redo' | 'play' | 'before' | 'after' | 'replay' | 'help' | 'close' | 'explore' | 'schools' | 'data'

const letters: Readonly<Record<string, Shortcut>> = { ' ': 'play', ',': 'before', '.': 'after', r: 'replay', R: 'replay', '?': 'help' }

/** Which shortcut a key press is; null if none. Presses while a Chinese input method composes, or inside a field, are none. */
export function shortcutOf(event: KeyboardEvent, singleLetters: boolean): Shortcut | null {
  if (event.isComposing || event.keyCode === 229) return null
  if (event.key === 'Escape') return 'close'
  const command = event.ctrlKey || event.metaKey
  if (command && !event.altKey && event.key.toLowerCase() === 'z') return event.shiftKey ? 'redo' : 'undo'
  if (command && !event.altKey && event.key.toLowerCase() === 'y') return 'redo'
  if (event.altKey && event.shiftKey && event.code === 'Digit1') return 'explore'
  if (event.altKey && event.shiftKey && event.code === 'Digit3') return 'schools'
  if (event.altKey && event.shiftKey && event.code === 'Digit6') return 'data'
  if (command || event.altKey || !singleLetters) return null
  const inside = typeof Element !== 'undefined' && event.target instanceof Element ? event.target : null
  if (inside?.closest('input, select, textarea, [contenteditable], dialog')) return null
  if (event.key === ' ' && inside?.closest('button, summary, [role=option], a')) return null
  return letters[event.key] ?? null
}
