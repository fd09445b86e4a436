import { describe, expect, it } from 'vitest'
import { policies, sources, type Parameter } from '../../src/engine/index.ts'
import { gradeOf, groundText } from '../../src/app/charts/prepare/grades.ts'
import { speechIn } from '../support/speech.ts'

const leversOf = (id: string) => policies.find((one) => one.id === id)!.parameters as Readonly<Record<string, Parameter>>

describe('Q20 what a parameter rests on', () => {
  const { share, picks } = leversOf('teacher-rotation') as { share: Parameter; picks: Parameter }
  it('says default, range and source, with one mark between them in both sheets', () => {
    expect(groundText({ ...share, unit: 'share', default: 0.1, range: [0, 0.3], source: { ...share.source, source: 'huang-2019' } } as Parameter, '', speechIn('zh'))).toBe(`默认 10% · 范围 0% – 30% · ${sources['huang-2019'].title.zh}`)
  })
  it('says that the scenario sets it only where it does', () => {
    expect(groundText(share, 'set by the user on 2026-11-27', speechIn('en'))).toContain(' · set by the user on 2026-11-27 · ')
    expect(groundText(share, '', speechIn('en'))).not.toContain('set by')
  })
  it('grades by the source: only what names who issued it is official', () => {
    const words = ['rotation-opinion-2014', 'rotation-hefei', 'district-plan', 'huang-2019', 'assumption'].map((source) => speechIn('zh').t(gradeOf({ source })))
    expect(words).toEqual(['官方', '官方', '来源不明', '文献', '假设'])
  })
  it('names no source of an assumption but its grade', () => {
    expect(groundText({ ...share, unit: 'share', default: 0.1, range: [0, 0.3], source: { ...share.source, source: 'assumption' } } as Parameter, '', speechIn('zh'))).toBe('默认 10% · 范围 0% – 30%')
  })
  it('names the default of a choice, and gives it no range', () => {
    const text = groundText(picks, 'set by this scenario', speechIn('en'))
    expect(text).toMatch(/^Default the sending school · set by this scenario · /)
    expect(text).not.toContain('Range')
  })
})
