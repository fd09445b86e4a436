import { describe, expect, it } from 'vitest'
import type { Entered, Scenario } from '../../src/engine/index.ts'
import { readLink, writeLink } from '../../src/scenario/link.ts'
import { readScenario } from '../../src/scenario/parse.ts'
import { scenarioDigest, writeScenario, writeWithoutCounty } from '../../src/scenario/write.ts'
import { file, options, registry } from './fixtures.ts'

const entered: Entered = { G1: { met: true }, G9: { share: 0.98 }, E2: { share: 'none' }, E3: { met: { 1: true, 2: false } } }
const open = (value: unknown) => readScenario(JSON.stringify({ ...file(), entered: value }), options)
const scenario = open(entered).scenario as Scenario
const pathsOf = (value: unknown): readonly string[] => open(value).problems.map(({ path }) => path)

describe('items entered by hand, in a scenario file', () => {
  it('come back as they were written and change neither digest nor anything else', () => {
    expect(scenario.entered).toEqual(entered)
    const text = writeScenario(scenario, registry)
    const again = readScenario(text, options).scenario!
    expect(again.entered).toEqual(entered)
    expect(writeScenario(again, registry)).toBe(text)
    const { entered: _, ...without } = scenario
    expect(scenarioDigest(scenario, registry)).toBe(scenarioDigest(without, registry))
    expect(writeScenario(without, registry)).not.toContain('entered')
  })
  it('are in no link, and a file without its county holds no figure of a school', () => {
    const read = readLink(writeLink(scenario, {}, registry), { registry, findCounty: () => scenario.county })
    expect(read.scenario?.entered).toBeUndefined()
    const settings = JSON.parse(writeWithoutCounty(scenario, registry)) as { readonly entered: unknown }
    expect(settings.entered).toEqual({ G1: { met: true }, G9: { share: 0.98 }, E2: { share: 'none' } })
    expect(writeWithoutCounty({ ...scenario, entered: { E3: { met: { 1: true } } } }, registry)).not.toContain('entered')
  })
  it('say what is wrong, each with its place, all at once', () => {
    const { problems } = open({ G1: { met: 1 }, G9: { share: 98 }, G10: { meet: true }, G99: { met: true }, E3: { met: true }, E4: { share: { 1: 0.06, 0: 0.06, 9999: 0.06, 2: -1 } }, G12: { share: 'none' } })
    expect(problems.map(({ path }) => path).sort()).toEqual(['entered.E3.met', 'entered.E4.share.0', 'entered.E4.share.2', 'entered.E4.share.9999', 'entered.G1.met', 'entered.G10.meet', 'entered.G12.share', 'entered.G9.share', 'entered.G99'])
    const at = (path: string) => problems.find((one) => one.path === path)!
    expect(at('entered.G9.share').hint?.zh).toBe('比例用小数表示：98% 写作 0.98。')
    expect(at('entered.G10.meet').hint?.en).toContain('met')
    expect(at('entered.G99').hint?.en).toContain('G9')
    expect(at('entered.G12.share').text.zh).toContain('应为0至1之间的数字')
  })
  it('must be records, and names from JavaScript are no items', () => {
    expect(pathsOf([])).toEqual(['entered'])
    expect(pathsOf({ G1: true })).toEqual(['entered.G1'])
    expect(pathsOf({ constructor: { met: true } })).toEqual(['entered.constructor'])
  })
})
