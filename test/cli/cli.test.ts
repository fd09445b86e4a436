import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import { listable } from '../../src/cli/declarations.ts'
import { runProgram } from '../../src/cli/program.ts'
import type { Problem } from '../../src/engine/index.ts'
import { cliWords } from '../../src/words/cli.ts'
import { slotsOf } from '../../src/words/fill.ts'

interface Heard {
  readonly code: number
  readonly out: string
  readonly err: string
}

/** Runs the command line in this process. */
async function hengtu(words: readonly string[], env: Io['env'] = {}): Promise<Heard> {
  const heard = { out: '', err: '' }
  const io: Io = {
    out: (text) => void (heard.out += text),
    err: (text) => void (heard.err += text),
    terminal: false,
    env,
    onInterrupt: () => () => undefined,
  }
  const code = await runProgram(words, io)
  return { code, ...heard }
}

const folder = mkdtempSync(join(tmpdir(), 'hengtu-cli-'))
const write = (name: string, content: string | Uint8Array): string => {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

type Listing = {
  id: string
  levers: {
    id: string
    unit: string
    range?: number[]
    default: unknown
    choices?: object
    source: { id: string; title: { zh: string } }
  }[]
  text: { name: { zh: string } }
}[]
const jsonOf = <T>(heard: Heard): T => JSON.parse(heard.out) as T
const problemsOf = (heard: Heard) => jsonOf<{ ok: boolean; problems: (Problem & { file: string })[] }>(heard)

describe('help', () => {
  it.each(['run', 'check', 'migrate', 'list', 'build-county', 'import', 'backcast', 'uncertainty'])('of %s has two examples, in the language asked for', async (command) => {
    const en = await hengtu([command, '--help'])
    expect(en.code).toBe(0)
    expect(en.out.split('\n').filter((line) => line.startsWith('  $ hengtu '))).toHaveLength(2)
    const zh = await hengtu([command, '--help', '--lang', 'zh'])
    expect(zh.out).toContain('用法：')
    expect(zh.out).not.toMatch(/Usage|Options|\(default|[<[][a-z]+(\.\.\.)?[\]>]/)
  })
  it('names whatever can be listed', async () => {
    for (const name of listable) expect((await hengtu(['list', '--help'])).out).toContain(name)
  })
  it('begins the description of no command with a capital letter', async () => {
    const starts = [...(await hengtu(['--help'])).out.matchAll(/^ {2}[a-z-]+ \[options\].*? {2,}(\S)/gm)].map(([, first]) => first)
    expect(starts).toHaveLength(9)
    expect(starts.filter((first) => !/[a-z]/.test(first!))).toEqual([])
  })
  it('lists every command', async () => {
    const { out, code } = await hengtu(['--help'])
    expect(code).toBe(0)
    for (const command of ['run', 'check', 'migrate', 'list', 'build-county']) expect(out).toContain(`  ${command} `)
  })
  it('follows the language of the environment', async () => {
    expect((await hengtu(['--help'], { LANG: 'zh_CN.UTF-8' })).out).toContain('命令：')
    expect((await hengtu(['--help'], { LANG: 'en_GB.UTF-8', LC_ALL: '' })).out).toContain('Commands:')
    expect((await hengtu(['--help'], { LANG: 'en_GB.UTF-8', LC_ALL: 'zh_TW' })).out).toContain('命令：')
  })
  it('without a command is bad input', async () => expect((await hengtu([])).code).toBe(2))
})

describe('mistakes of usage end with 2 and say what to do', () => {
  it.each([
    [['run'], '缺少“方案文件”'],
    [['import'], 'hengtu import --template'],
    [['fro', '--help'], '没有“fro”这个命令'],
    [['chek', '--help'], '是否想写“check”'],
    [['run', 'scenarios/counties/plain-county.json'], '这是县数据文件，不是方案文件'],
    [['uncertainty', 'scenarios/counties/plain-county.json'], '这是县数据文件，不是方案文件'],
    [['migrate', 'scenarios/counties/plain-county.json'], 'hengtu build-county'],
    [['rn', 'x'], '是否想写“run”'],
    [['run', 'x.json', '--replicate', '3'], '没有“--replicate”这个选项'],
    [['run', 'x.json', '--replicates'], '需要一个值'],
    [['run', 'x.json', '--replicates', '0'], '“0”不是1至10000之间的整数'],
    [['run', 'x.json', '--workers', 'many'], '“many”不是0至256之间的整数'],
    [['run', 'x.json', '--formats', 'csv,xls'], '此处不能写“xls”'],
    [['list', 'everything'], 'indicators'],
    [['run', 'nowhere.json'], '文件不存在'],
    [['run', '.'], '这是一个文件夹'],
    [['migrate', 'a.json', 'b.json'], '--write'],
  ])('%j', async (words, text) => {
    const { code, err } = await hengtu([...words, '--lang', 'zh'])
    expect(code).toBe(2)
    expect(err).toContain(text)
  })
  it('a language that is not there', async () => expect(await hengtu(['list', 'policies', '--lang', 'fr'])).toMatchObject({ code: 2 }))
  it('several wrong options at once', async () => {
    const { problems } = problemsOf(await hengtu(['run', 'x.json', '--replicates', 'a', '--workers', 'b', '--seed', '', '--json']))
    expect(problems.map(({ path }) => path)).toEqual(['--replicates', '--workers', '--seed'])
  })
})

describe('check', () => {
  it('finds nothing in the shipped files', async () => {
    const files = readdirSync('scenarios').filter((name) => name.endsWith('.json'))
    const heard = await hengtu(['check', ...files.map((name) => join('scenarios', name)), '--json'])
    expect(problemsOf(heard).problems).toEqual([])
    expect(heard.code).toBe(0)
  })

  it('gives all problems of all files with path, text and hint', async () => {
    const good = JSON.parse(readFileSync('scenarios/status-quo.json', 'utf8')) as Record<string, unknown>
    const bad = write(
      'bad.json',
      JSON.stringify({
        ...good,
        seeed: 1,
        arms: [{ id: 'a', policies: [{ use: 'teacher-rotaton', from: 2027, set: {} }] }],
        county: JSON.parse(readFileSync('scenarios/counties/plain-county.json', 'utf8')) as unknown,
      }),
    )
    const broken = write('broken.json', '{\n "format": 1,\n}')
    const heard = await hengtu(['check', bad, broken, '--json'])
    expect(heard.code).toBe(2)
    expect(problemsOf(heard)).toMatchObject({
      ok: false,
      problems: [
        { file: bad, path: 'seeed', hint: { en: 'Did you mean “seed”?' } },
        {
          file: bad,
          path: 'arms[0].policies[0].use',
          text: { zh: '没有“teacher-rotaton”这项政策。' },
          hint: { zh: '是否想写“teacher-rotation”？' },
        },
        { file: broken, path: '3:1' },
      ],
    })
    const people = await hengtu(['check', bad, '--lang', 'zh'])
    expect(people.out).toContain('有2处问题')
    expect(people.out).toContain('→ 是否想写“teacher-rotation”？')
  })

  it('refuses a 50 MB file without reading it, and a file that is not text', async () => {
    const large = write('large.json', Buffer.alloc(50_000_000, 32))
    expect((await hengtu(['check', large])).out).toContain('The file has 50 MB')
    const workbook = write('book.json', new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0xff, 0xfe]))
    expect((await hengtu(['check', workbook, '--lang', 'zh'])).out).toContain('不是 UTF-8')
  })

  it('takes `*` and `?` itself, where the shell leaves them to the program', async () => {
    const named = async (...words: string[]) => jsonOf<{ files: { file: string }[] }>(await hengtu(['check', ...words, '--json'])).files.map(({ file }) => file)
    expect(await named('scenarios/births-*.json')).toEqual(['high', 'low', 'middle'].map((one) => `scenarios/births-${one}.json`))
    expect(await named('scenarios/births-?ow.json', 'scenarios/mentoring.json')).toEqual(['scenarios/births-low.json', 'scenarios/mentoring.json'])
    // dots are dots, and a file that is really called so is meant
    expect(await named('scenarios/*xjson')).toEqual(['scenarios/*xjson'])
    const starred = write('a*.json', '{}')
    write('ab.json', '{}')
    expect(await named(starred)).toEqual([starred])
  })

  it('checks county files as counties', async () => {
    const county = JSON.parse(readFileSync('scenarios/counties/plain-county.json', 'utf8')) as {
      items: { primary: { area: { mean: number } } }
    }
    county.items.primary.area.mean = 0.3
    const heard = await hengtu(['check', write('county.json', JSON.stringify(county)), '--json'])
    expect(problemsOf(heard).problems).toMatchObject([{ path: 'items.primary.area.mean' }])
  })
})

describe('migrate', () => {
  it('leaves a file in the latest format as it is', async () => {
    const text = readFileSync('scenarios/status-quo.json', 'utf8')
    const heard = await hengtu(['migrate', 'scenarios/status-quo.json', '--lang', 'zh'])
    expect(heard).toMatchObject({ code: 0, out: text })
    expect(heard.err).toContain('无需升级')
  })
  it('is polite about a newer format', async () => {
    const heard = await hengtu(['migrate', write('newer.json', '{"format": 9}'), '--json'])
    expect(heard.code).toBe(2)
    expect(problemsOf(heard).problems).toMatchObject([
      { path: 'format', text: { en: 'This file is in format 9; this version of Hengtu reads formats up to 1.' } },
    ])
  })
})

it('migrate passes over the schema that lies beside the scenarios', async () => {
  const [schema, scenario] = ['scenario.schema.json', 'status-quo.json'].map((name) => write(name, readFileSync(join('scenarios', name))))
  expect(await hengtu(['migrate', schema!, scenario!, '--write'])).toMatchObject({ code: 0, out: '' })
})

it('help is named after the command that was meant', async () => expect((await hengtu(['run'])).err).toContain('Help: hengtu run --help'))

describe('list', () => {
  it('policies: declarations with levers, units, ranges, defaults and sources', async () => {
    const all = jsonOf<Listing>(await hengtu(['list', 'policies', '--json']))
    expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining(['teacher-rotation', 'funding-tilt', 'enrolment-quota']))
    for (const { levers } of all) {
      for (const lever of levers) {
        expect(lever.unit).toBeTypeOf('string')
        expect(lever.source.title.zh).toBeTypeOf('string')
        if (lever.unit === 'choice') expect(Object.keys(lever.choices!)).toContain(lever.default)
        else expect(lever.default).toBeGreaterThanOrEqual(lever.range![0]!)
      }
    }
  })
  it('indicators: the fifteen items with formula, and their standards', async () => {
    const all = jsonOf<{ id: string; kind: string; standard: unknown; formula: { en: string; zh: string } }[]>(await hengtu(['list', 'indicators', '--json']))
    expect(all.filter(({ kind }) => kind === 'item').map(({ id }) => id)).toEqual([
      'Q1',
      'Q2',
      'Q3',
      'Q4',
      'Q5',
      'Q6',
      'Q7',
      'B1',
      'B2',
      'B3',
      'B4',
      'B5',
      'B6',
      'B7',
      'B8',
    ])
    expect(all.find(({ id }) => id === 'Q5')).toMatchObject({ standard: { primary: 7.5, junior: 10.2 } })
  })
  it('indicators: all 15 + 9 + 17 items of the official lists, each with how it is treated', async () => {
    const all = jsonOf<{ id: string; kind: string; handling: string }[]>(await hengtu(['list', 'indicators', '--json']))
    const lists = all.filter(({ kind }) => kind === 'list')
    expect(lists).toHaveLength(15 + 9 + 17)
    expect(lists.find(({ id }) => id === 'G8')!.handling).toBe('entered')
    expect(lists.find(({ id }) => id === 'E9')!.handling).toBe('proxy')
    expect((await hengtu(['list', 'indicators', '--lang', 'zh'])).out).toContain('教师交流轮岗')
  })
  it.each(['processes', 'sources'])('%s as an array', async (what) =>
    expect(jsonOf<unknown[]>(await hengtu(['list', what, '--json'])).length).toBeGreaterThan(5),
  )
  it('as tables in Chinese', async () => {
    const { out } = await hengtu(['list', 'policies', '--lang', 'zh'])
    expect(out).toContain('教师交流轮岗')
    expect(out).toContain('默认值')
    expect(out).not.toMatch(/\{\w+\}/)
  })
  it('the committed schema is the one printed (if not: npm run docs)', async () => {
    const { out } = await hengtu(['list', 'schema'])
    expect(JSON.parse(readFileSync('scenarios/scenario.schema.json', 'utf8'))).toEqual(JSON.parse(out))
    const rule = await hengtu(['list', 'rule-schema'])
    expect(JSON.parse(readFileSync('src/roster/rules/rule.schema.json', 'utf8'))).toEqual(JSON.parse(rule.out))
  })
})

it('every word of the command line has the same slots in both languages', () => {
  for (const [key, { en, zh }] of Object.entries(cliWords)) {
    expect([key, slotsOf(zh).toSorted()]).toEqual([key, slotsOf(en).toSorted()])
    expect(zh).not.toBe('')
  }
})
