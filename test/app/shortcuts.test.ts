import { describe, expect, it } from 'vitest'
import { shortcutOf } from '../../src/app/stores/shortcuts.ts'

const press = (key: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key, code: '', keyCode: 0, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, target: null, ...more }) as KeyboardEvent

describe('shortcuts', () => {
  it('know undo, redo, play, years, replay and help', () => {
    expect(shortcutOf(press('z', { ctrlKey: true }), true)).toBe('undo')
    expect(shortcutOf(press('Z', { ctrlKey: true, shiftKey: true }), true)).toBe('redo')
    expect([' ', ',', '.', 'r', '?'].map((key) => shortcutOf(press(key), true))).toEqual(['play', 'before', 'after', 'replay', 'help'])
  })
  it('Q35 are none while an input method composes', () => {
    expect(shortcutOf(press('r', { isComposing: true }), true)).toBeNull()
    expect(shortcutOf(press('r', { keyCode: 229 }), true)).toBeNull()
  })
  it('without single letters only commands remain', () => {
    expect(shortcutOf(press('r'), false)).toBeNull()
    expect(shortcutOf(press('z', { ctrlKey: true }), false)).toBe('undo')
    expect(shortcutOf(press('Escape'), false)).toBe('close')
  })
})
