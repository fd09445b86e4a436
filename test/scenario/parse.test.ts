import { describe, expect, it } from 'vitest'
import { readScenario, type ReadOptions } from '../../src/scenario/parse.ts'
import type { Problem } from '../../src/engine/index.ts'
import { county, file, options } from './fixtures.ts'

type File = ReturnType<typeof file>
const read = (value: unknown, opts: ReadOptions = options) => readScenario(typeof value === 'string' ? value : JSON.stringify(value), opts)

/** Problems of a file after one thing was spoiled. */
function spoilt(change: (f: File) => void): readonly Problem[] {
  const f = file()
  change(f)
  return read(f).problems
}

/** The one problem of a spoiled file. */
function only(change: (f: File) => void): Problem {
  const problems = spoilt(change)
  expect(problems.map((p) => p.path)).toHaveLength(1)
  return problems[0]!
}

const policy = (f: File) => f.arms[1]!.policies[0]!
const set = (f: File) => policy(f)['set'] as Record<string, unknown>

describe('a correct file', () => {
  it('becomes a scenario with the county in it', () => {
    const { scenario, problems } = read(file())
    expect(problems).toEqual([])
    expect(scenario?.county.id).toBe('plain-county')
    expect(scenario?.arms[1]?.policies[0]).toEqual({
      use: 'teacher-moving',
      from: 2027,
      to: 2035,
      ramp: 2,
      where: { kinds: ['rural'] },
      set: { share: { 2027: 0.05, 2029: 0.1 }, direction: 'exchange' },
    })
    expect(scenario).not.toHaveProperty('format')
  })

  it('may leave out replicates, behaviour and levers, and hold its county', () => {
    const { replicates: _, behaviour: __, ...rest } = file()
    const { scenario, problems } = read({ ...rest, county: county(), arms: [{ id: 'a', policies: [{ use: 'zoning', from: 2027 }] }] })
    expect(problems).toEqual([])
    expect(scenario).toMatchObject({ replicates: 20, behaviour: {}, arms: [{ policies: [{ set: {} }] }] })
  })

  it('may start with a byte-order mark', () => expect(read('\ufeff' + JSON.stringify(file())).problems).toEqual([]))
})

describe('text that is not JSON', () => {
  it('is located by line and column', () => {
    const [problem] = read('{\n  "format": 1,\n  "id": oops\n}').problems
    expect(problem).toMatchObject({ path: '3:9' })
    expect(problem!.text.en).toContain('line 3, column 9')
    expect(problem!.text.en).toContain('oops')
    expect(problem!.text.zh).toContain('第3行第9列')
    expect(problem!.hint!.zh).toContain('逗号')
  })

  it('says that it ends in the middle', () => {
    const [problem] = read('{ "format": 1,').problems
    expect(problem!.text.en).toContain('ends in the middle')
    expect(problem!.text.zh).toContain('中断')
  })

  it.each([
    ['an extra comma', '{ "format": 1, }', '1:16'],
    ['a comment', '{ // hello\n}', '1:3'],
    ['a line break inside a text', '{ "a": "b\nc" }', '1:8'],
    ['something after the end', '{} {}', '1:4'],
    ['a number with a leading zero', '{ "a": 01 }', '1:9'],
    ['not a number', '{ "a": NaN }', '1:8'],
  ])('%s', (_, text, path) => expect(read(text).problems).toMatchObject([{ path }]))

  it('is refused when too deep, without running out of stack', () => {
    const [problem] = read('['.repeat(200_000)).problems
    expect(problem!.path).toBe('1:26')
    expect(problem!.text.zh).toContain('层')
  })

  it('is refused when larger than 5 MB, with its size', () => {
    const [problem, ...more] = read('x'.repeat(50_000_000)).problems
    expect(more).toEqual([])
    expect(problem!.text).toEqual({
      en: 'The file has 50 MB; a scenario file has at most 5.0 MB.',
      zh: '文件大小为 50 MB，方案文件不超过 5.0 MB。',
    })
  })

  it('is refused when empty or not an object', () => {
    expect(read('  \n').problems[0]!.text.zh).toBe('文件是空的。')
    expect(read('[1]').problems[0]!.text.en).toContain('a list')
  })
})

describe('format', () => {
  it('of the future is a polite message', () => {
    const problem = only((f) => (f.format = 7))
    expect(problem.path).toBe('format')
    expect(problem.text).toEqual({
      en: 'This file is in format 7; this version of Hengtu reads formats up to 1.',
      zh: '此文件为格式7，当前版本的衡图只能读到格式1。',
    })
  })
  it('missing is asked for', () => {
    const { format: _, ...rest } = file()
    expect(read(rest).problems).toMatchObject([{ path: 'format', hint: { en: 'Add "format": 1.' } }])
  })
  it('that is no whole number is refused', () => expect(only((f) => Object.assign(f, { format: '1' })).text.zh).toContain('"1"'))
})

describe('shape', () => {
  it('refuses an unknown key and suggests the nearest', () => {
    const problem = only((f) => Object.assign(f, { replicats: 3 }))
    expect(problem).toMatchObject({ path: 'replicats', hint: { en: 'Did you mean “replicates”?', zh: '是否想写“replicates”？' } })
  })
  it('suggests inside arms and scopes too', () => {
    expect(only((f) => Object.assign(policy(f), { form: 2027 }))).toMatchObject({
      path: 'arms[1].policies[0].form',
      hint: { en: 'Did you mean “from”?' },
    })
    expect(only((f) => Object.assign(policy(f)['where'] as object, { knids: [] }))).toMatchObject({
      path: 'arms[1].policies[0].where.knids',
      hint: { en: 'Did you mean “kinds”?' },
    })
  })
  it('names what is missing', () =>
    expect(only((f) => Reflect.deleteProperty(f, 'seed')).text).toEqual({ en: '“seed” is missing.', zh: '缺少“seed”。' }))
  it('names the kind expected and found', () => {
    const problem = only((f) => Object.assign(f, { years: '2026' }))
    expect(problem).toMatchObject({
      path: 'years',
      text: { en: 'Expected an object {…}; the file has a text.', zh: '此处应为对象 {…}，文件中为文本。' },
    })
  })
  it('refuses half a replicate', () => expect(only((f) => (f.replicates = 2.5)).text.en).toContain('a whole number'))
  it('refuses none', () => expect(only((f) => (f.replicates = 0)).text.en).toBe('At least 1; the file says 0.'))
  it('refuses an id with capitals', () =>
    expect(only((f) => (f.id = 'My Scenario'))).toMatchObject({ path: 'id', text: { zh: '"My Scenario" 不能作标识。' } }))
  it('refuses an unknown kind of place', () =>
    expect(only((f) => (policy(f)['where'] = { kinds: ['village'] }))).toMatchObject({
      path: 'arms[1].policies[0].where.kinds[0]',
      hint: { en: 'Possible here: county-town, township, rural.' },
    }))
  it('refuses a key written twice', () => {
    const text = JSON.stringify(file()).replace('"seed":', '"seed":"other","seed":')
    expect(read(text).problems).toMatchObject([{ path: 'seed', text: { zh: '“seed”在此处写了两次，只能保留一个。' } }])
  })
  it('refuses a prototype key', () =>
    expect(read(JSON.stringify(file()).replace('"seed":', '"__proto__":{"x":1},"seed":')).problems).toMatchObject([{ path: '__proto__' }]))
})

describe('policies', () => {
  it('unknown, with the nearest name', () => {
    const problem = only((f) => (policy(f)['use'] = 'teacher-movin'))
    expect(problem).toMatchObject({
      path: 'arms[1].policies[0].use',
      text: { en: 'There is no policy “teacher-movin”.' },
      hint: { zh: '是否想写“teacher-moving”？' },
    })
  })
  it('unknown and like no other, with all names', () =>
    expect(only((f) => (policy(f)['use'] = 'tuition')).hint!.en).toBe('Possible here: teacher-moving, zoning.'))
  it('unknown lever', () => {
    const problem = only((f) => (set(f)['allowence'] = 1))
    expect(problem).toMatchObject({
      path: 'arms[1].policies[0].set.allowence',
      text: { zh: '“教师流动”没有“allowence”这个参数。' },
      hint: { en: 'Did you mean “allowance”?' },
    })
  })
  it('value out of range, with range, unit and hint', () => {
    const problem = only((f) => (set(f)['share'] = 0.7))
    expect(problem.path).toBe('arms[1].policies[0].set.share')
    expect(problem.text).toEqual({
      en: '“Share who move” must lie between 0 and 0.5 (unit: share); the file says 0.7.',
      zh: '“流动比例”须在0至0.5之间（单位：比例），文件中为0.7。',
    })
    expect(problem.hint!.en).toContain('the default is 0.1')
  })
  it('percentage instead of a share', () =>
    expect(only((f) => (set(f)['share'] = 10)).hint).toEqual({
      en: 'Shares are written as fractions: 10% is 0.1.',
      zh: '比例用小数表示：10% 写作 0.1。',
    }))
  it('text instead of a number', () => expect(only((f) => (set(f)['share'] = '10%')).text.zh).toContain('"10%"'))
  it('unknown choice', () =>
    expect(only((f) => (set(f)['direction'] = 'exchnge'))).toMatchObject({
      path: 'arms[1].policies[0].set.direction',
      hint: { en: 'Did you mean “exchange”?' },
    }))
  it('starts before the scenario', () =>
    expect(only((f) => (policy(f)['from'] = 2020)).text.zh).toBe('2020年不在方案的2026至2036学年之内。'))
  it('starts in the year of the figures', () =>
    expect(only((f) => ((f.years.from = 2025), (policy(f)['from'] = 2025), (set(f)['share'] = 0.2)))).toMatchObject({
      path: 'arms[1].policies[0].from',
      text: { en: "2025 is the year of the county's figures; a policy can act from 2026." },
    }))
  it('stops before it starts', () =>
    expect(spoilt((f) => Object.assign(policy(f), { to: 2026, set: {} }))).toMatchObject([{ path: 'arms[1].policies[0].to' }]))
  it('twice for the same sections', () => {
    const problem = only((f) => f.arms[1]!.policies.push({ ...policy(f), from: 2030, set: {} }))
    expect(problem).toMatchObject({
      path: 'arms[1].policies[1]',
      text: { en: '“Moving teachers” stands twice in this arm for the same sections in 2030.' },
    })
  })
  it('twice for different sections is allowed', () =>
    expect(spoilt((f) => f.arms[1]!.policies.push({ ...policy(f), where: { kinds: ['township'] } }))).toEqual([]))
  it('ramp without anything to raise', () =>
    expect(only((f) => f.arms[0]!.policies.push({ use: 'zoning', from: 2027, ramp: 3, set: {} })).path).toBe('arms[0].policies[0].ramp'))
  it('for a school that does not exist', () => {
    const schools = [{ form: 'nine-year', kind: 'rural', owner: 'county', count: 90 }]
    const problem = only((f) => ((f.county = { ...county(), schools }), (policy(f)['where'] = { schools: [90, 91] })))
    expect(problem).toMatchObject({
      path: 'arms[1].policies[0].where.schools[1]',
      text: { zh: '没有编号为91的学校，本县有90所学校，编号1至90。' },
    })
  })
})

describe('series by year', () => {
  const series = (text: string) => read(JSON.stringify(file()).replace('{"2027":0.05,"2029":0.1}', text)).problems
  it('out of order, as written in the file', () =>
    expect(series('{"2029":0.1,"2027":0.05}')).toMatchObject([
      { path: 'arms[1].policies[0].set.share', text: { en: 'The years are not in ascending order.', zh: '学年没有按先后顺序排列。' } },
    ]))
  it('outside the policy’s years', () =>
    expect(series('{"2027":0.05,"2036":0.1}')).toMatchObject([{ path: 'arms[1].policies[0].set.share.2036' }]))
  it('with a value out of range', () =>
    expect(series('{"2027":0.05,"2029":0.9}')).toMatchObject([{ path: 'arms[1].policies[0].set.share.2029' }]))
  it('with a key that is no year', () =>
    expect(series('{"2027":0.05,"later":0.1}')).toMatchObject([{ path: 'arms[1].policies[0].set.share.later' }]))
  it('that leaves the first years open', () => expect(series('{"2029":0.1}')[0]!.hint!.zh).toContain('2027'))
  it('without any year', () => expect(series('{}')).toMatchObject([{ path: 'arms[1].policies[0].set.share' }]))
})

describe('arms, years, behaviour', () => {
  it('two arms of one id', () =>
    expect(only((f) => (f.arms[1]!.id = 'status-quo'))).toMatchObject({
      path: 'arms[1].id',
      text: { zh: '有两个方案的标识都是“status-quo”。' },
    }))
  it('no arm', () => expect(only((f) => (f.arms = [])).path).toBe('arms'))
  it('years the wrong way round', () =>
    expect(spoilt((f) => (f.years = { from: 2036, to: 2026 }))).toMatchObject([
      { path: 'years.to', text: { en: 'The last school year, 2026, lies before the first, 2036.' } },
    ]))
  it('years before the county’s figures', () =>
    expect(only((f) => (f.years.from = 2020))).toMatchObject({ path: 'years.from', hint: { zh: '请从2025年或以后开始。' } }))
  it('unknown behaviour', () =>
    expect(only((f) => (f.behaviour['school-choice.distancedecay'] = 1))).toMatchObject({
      path: 'behaviour["school-choice.distancedecay"]',
      hint: { en: 'Did you mean “school-choice.distanceDecay”?' },
    }))
  it('behaviour out of range', () =>
    expect(only((f) => (f.behaviour['school-choice.distanceDecay'] = -1)).text.en).toContain('between 0 and 2 (unit: utility per km)'))
})

describe('the county file', () => {
  it('not found', () =>
    expect(only((f) => (f.county = { from: 'counties/none.json' }))).toMatchObject({
      path: 'county.from',
      text: { zh: '找不到县数据文件“counties/none.json”。' },
    }))
  it.each(['../secret.json', '/etc/passwd', 'C:\\x.json', 'https://x.org/a.json', 'a/../../b.json'])('outside the folder: %s', (from) =>
    expect(only((f) => (f.county = { from }))).toMatchObject({ path: 'county.from' }),
  )
  it('with problems, each behind the name of the file', () => {
    const broken = { ...county(), radius: 'far', townships: 0 }
    const { problems } = read(file(), { ...options, loadCounty: () => JSON.stringify(broken) })
    expect(problems.map((p) => p.path)).toEqual([
      'county (counties/plain-county.json).radius',
      'county (counties/plain-county.json).townships',
    ])
  })
  it('that is not JSON', () =>
    expect(read(file(), { ...options, loadCounty: () => '{' }).problems).toMatchObject([
      { path: 'county (counties/plain-county.json).1:2' },
    ]))
})

it('reports all problems of a file at once, in both languages, without English from the library', () => {
  const problems = spoilt((f) => {
    f.id = 'A'
    f.years.from = 2020
    f.arms[0]!.id = 'moving'
    Object.assign(set(f), { share: 3, nothing: 1 })
    policy(f)['from'] = 1999
    Object.assign(f, { extra: true })
    f.behaviour['x'] = 1
    f.county = { ...county(), townships: -1, surplus: 1 }
  })
  const paths = problems.map((p) => p.path)
  expect(paths).toEqual(
    expect.arrayContaining([
      'id',
      'extra',
      'county.townships',
      'county.surplus',
      'behaviour.x',
      'arms[1].id',
      'arms[1].policies[0].set.share',
      'arms[1].policies[0].set.nothing',
      'arms[1].policies[0].from',
    ]),
  )
  for (const { text, hint } of problems) {
    expect(text.zh).toMatch(/[\u4e00-\u9fff]/)
    expect(text.en).not.toMatch(/Invalid|Unrecognized|Too (big|small)|[\u4e00-\u9fff]/)
    if (hint) expect(hint.zh).toMatch(/[\u4e00-\u9fff]/)
  }
})

it('a part of a policy that is missing or misspelt does not hide what is wrong beside it', () => {
  const problems = spoilt((f) => {
    const use = policy(f)
    Reflect.deleteProperty(use, 'from')
    Object.assign(use, { use: 'teacher-movng', til: 2030 })
    Reflect.deleteProperty(f, 'county')
    f.arms[0]!.policies.push({ use: 'teacher-moving', from: 2027, form: 1, set: { shar: 0.1, share: 7 } })
  })
  expect(problems.map((p) => p.path).sort()).toEqual([
    'arms[0].policies[0].form',
    'arms[0].policies[0].set.shar',
    'arms[0].policies[0].set.share',
    'arms[1].policies[0].from',
    'arms[1].policies[0].til',
    'arms[1].policies[0].use',
    'county',
  ])
  expect(problems.find(({ path }) => path.endsWith('.use'))!.hint!.en).toBe('Did you mean “teacher-moving”?')
})

describe('a file with more in it than a scenario may have', () => {
  const use = { use: 'teacher-moving', from: 2027 }
  it('of a list that is too long says that alone, and does not compare each entry with each', () => {
    expect(only((f) => (f.arms[1]!.policies = Array.from({ length: 61 }, () => use))).path).toBe('arms[1].policies')
    expect(only((f) => (f.arms = Array.from({ length: 13 }, () => ({ id: 'same', policies: [] })))).path).toBe('arms')
    // sixty are looked at, and fifty-nine of them said to be there twice
    expect(spoilt((f) => (f.arms[1]!.policies = Array.from({ length: 60 }, () => use)))).toHaveLength(59)
  })
  it('names every unknown name, and looks for what was meant by the first fifty', () => {
    const names = Array.from({ length: 60 }, (_, k) => `seeed${k}`)
    const problems = spoilt((f) => Object.assign(f, Object.fromEntries(names.map((name) => [name, 1]))))
    expect(problems.map(({ path }) => path)).toEqual(names)
    expect(problems.map(({ hint }) => hint !== undefined)).toEqual(names.map((_, k) => k < 50))
  })
})
