import { describe, expect, it } from 'vitest'
import { policies } from '../../src/engine/index.ts'
import { fill, fillText, slotsOf } from '../../src/words/fill.ts'
import { registry } from '../scenario/fixtures.ts'

describe('fill', () => {
  it('puts words into slots, in any order and more than once', () => expect(fill('{b}{a}{b}', { a: 1, b: 'x' })).toBe('x1x'))
  it('leaves a slot without a word visible', () => expect(fill('{a} {toString}', {})).toBe('{a} {toString}'))
  it('takes the form of one for 1, +1 and −1, and of several for all else', () =>
    expect(['1', '+1', '−1', '0', '11', '+21'].map((n) => fill('{n:move|moves}', { n }))).toEqual(['move', 'move', 'move', 'moves', 'moves', 'moves']))
  it('finds each slot once', () => expect(slotsOf('{a} {b} {a} {}')).toEqual(['a', 'b']))
})

describe('texts of declarations', () => {
  const { parameters } = registry.policies[0]!
  const text = { en: '{share} move ({direction}) for {allowance}.', zh: '{share}的教师流动（{direction}），补贴{allowance}。' }
  it('show the values in force with units, and choices by name', () => {
    expect(fillText(text, parameters, { share: 0.25, direction: 'exchange' }, 'zh')).toBe('25%的教师流动（互换），补贴6,000元/人·年。')
    expect(fillText(text, parameters, {}, 'en')).toBe('10% move (to weaker) for 6,000 yuan per teacher and year.')
  })
  it.each(policies.map((policy) => [policy.id, policy] as const))('%s: no slot of any text stays open, in either language', (_, policy) => {
    for (const one of Object.values(policy.text)) {
      expect(slotsOf(fillText(one, policy.parameters as never, {}, 'en'))).toEqual([])
      expect(slotsOf(one.zh).toSorted()).toEqual(slotsOf(one.en).toSorted())
    }
  })
})
