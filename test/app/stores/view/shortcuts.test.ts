import { describe, expect, it } from 'vitest'
import { turns } from '../../../../src/app/charts/turn.ts'
import { Panels } from '../../../../src/app/stores/view/panels.svelte.ts'
import { shortcutOf } from '../../../../src/app/stores/view/shortcuts.ts'

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
  it('leave undo and redo to a field of text; a slider, a box and a list have none of their own', () => {
    const undoIn = (target: Partial<HTMLInputElement>) => [shortcutOf(press('z', { ctrlKey: true, target: target as HTMLInputElement }), true), shortcutOf(press('y', { metaKey: true, target: target as HTMLInputElement }), true)]
    for (const type of ['text', 'number', 'search']) expect([type, ...undoIn({ tagName: 'INPUT', type })]).toEqual([type, null, null])
    for (const type of ['range', 'checkbox', 'file']) expect([type, ...undoIn({ tagName: 'INPUT', type })]).toEqual([type, 'undo', 'redo'])
    expect(undoIn({ tagName: 'TEXTAREA' })).toEqual([null, null])
    expect(undoIn({ tagName: 'DIV', isContentEditable: true })).toEqual([null, null])
    expect(undoIn({ tagName: 'SELECT' })).toEqual(['undo', 'redo'])
  })
  it('are heard while a lever, the year or a box has the focus; only Space is for what can be pressed or moved', () => {
    /** What has the focus, in something else or not. */
    const focused = (tagName: string, type = '', within = '') => ({ tagName, type, closest: (wanted: string) => (wanted.split(', ').some((one) => [tagName.toLowerCase(), within].includes(one)) ? {} : null) }) as unknown as HTMLElement
    const heard = (target: HTMLElement) => [' ', ',', '.', 'r', '?'].map((key) => shortcutOf(press(key, { target }), true))
    for (const type of ['range', 'checkbox', 'radio']) expect([type, ...heard(focused('INPUT', type))]).toEqual([type, null, 'before', 'after', 'replay', 'help'])
    expect(heard(focused('BUTTON'))).toEqual([null, 'before', 'after', 'replay', 'help'])
    expect(heard(focused('MAIN'))).toEqual(['play', 'before', 'after', 'replay', 'help'])
    // typed, looked for in a list, or meant for what lies over the page
    for (const target of [focused('INPUT', 'text'), focused('INPUT', 'number'), focused('TEXTAREA'), focused('SELECT'), focused('INPUT', 'range', 'dialog')]) expect(heard(target)).toEqual([null, null, null, null, null])
  })
  it('without single letters only commands remain', () => {
    expect(shortcutOf(press('r'), false)).toBeNull()
    expect(shortcutOf(press('z', { ctrlKey: true }), false)).toBe('undo')
    expect(shortcutOf(press('Escape'), false)).toBe('close')
  })
  it('without single letters, neither does T turn a picture', () => {
    const t = press('t', { target: { matches: () => false } as unknown as HTMLElement })
    expect([turns(t, true), turns(t, false)]).toEqual([true, false])
  })
  it('are for what lies over the page, until the last dialog has gone', () => {
    const panels = new Panels()
    const [one, other] = [panels.enter(), panels.enter()]
    one()
    expect(panels.hasDialog).toBe(true)
    other()
    expect(panels.hasDialog).toBe(false)
  })
})
