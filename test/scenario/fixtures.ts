import { readFileSync } from 'node:fs'
import { assumption } from '../../src/engine/declare.ts'
import type { AnyPolicy } from '../../src/engine/index.ts'
import type { Registry } from '../../src/scenario/registry.ts'

const word = (en: string, zh: string) => ({ en, zh })
const source = assumption({ en: 'made up for a test', zh: '测试用' })
const text = { name: word('Moving teachers', '教师流动'), mechanism: word('m', '机'), caveat: word('c', '注'), example: word('e', '例') }

const moving: AnyPolicy = {
  id: 'teacher-moving',
  moment: 'posting',
  group: 'teachers',
  text,
  parameters: {
    share: { label: word('Share who move', '流动比例'), unit: 'share', default: 0.1, range: [0, 0.5], source },
    allowance: { label: word('Allowance', '补贴'), unit: 'yuan/teacher/year', default: 6000, range: [0, 60000], source },
    direction: {
      label: word('Direction', '方向'),
      unit: 'choice',
      default: 'to-weaker',
      choices: { 'to-weaker': word('to weaker', '去薄弱校'), exchange: word('exchange', '互换') },
      source,
    },
  },
  neutral: { share: 0 },
  levers: ['share'],
  streams: [],
  touches: [],
  act: () => undefined,
}

const zoning: AnyPolicy = {
  ...moving,
  id: 'zoning',
  text: { ...text, name: word('Zoning', '划片') },
  parameters: {
    rule: {
      label: word('Rule', '办法'),
      unit: 'choice',
      default: 'one',
      choices: { one: word('one school', '单校'), many: word('many schools', '多校') },
      source,
    },
  },
  neutral: { rule: 'one' } as unknown as AnyPolicy['neutral'],
  levers: ['rule'],
}

const choice = {
  id: 'school-choice',
  parameters: { distanceDecay: { label: word('Distance', '距离'), unit: 'utility/km', default: 0.35, range: [0, 2], source } },
} as const

/** A registry of our own, so that these tests do not change when a policy does. */
export const registry: Registry = { policies: [moving, zoning], behaviour: [choice] }

export const countyText = readFileSync('scenarios/counties/plain-county.json', 'utf8')

/** A county that can be built, as a fresh object. */
export const county = (): Record<string, never> => JSON.parse(countyText) as Record<string, never>

export const options = { registry, loadCounty: (from: string) => (from === 'counties/plain-county.json' ? countyText : undefined) }

/** A correct scenario file, as a fresh object to spoil. */
export const file = () => ({
  format: 1,
  id: 'moving-at-ten',
  title: word('What does 10 % change?', '流动比例10%会改变什么？'),
  seed: 'test-2026',
  years: { from: 2026, to: 2036 },
  replicates: 3,
  county: { from: 'counties/plain-county.json' } as unknown,
  behaviour: { 'school-choice.distanceDecay': 0.5 } as Record<string, unknown>,
  arms: [
    { id: 'status-quo', policies: [] as Record<string, unknown>[] },
    {
      id: 'moving',
      policies: [
        {
          use: 'teacher-moving',
          from: 2027,
          to: 2035,
          ramp: 2,
          where: { kinds: ['rural'] },
          set: { share: { '2027': 0.05, '2029': 0.1 }, direction: 'exchange' },
        },
      ] as Record<string, unknown>[],
    },
  ],
})
