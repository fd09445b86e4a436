import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { smallCountyDescription } from './small-county.ts'

/*
 * The built program as people start it: exit codes, pipes, worker threads, Ctrl-C. Needs `npm run build`.
 */
const program = 'dist-cli/cli.js'

const scenario = join(mkdtempSync(join(tmpdir(), 'hengtu-built-')), 'small.json')
writeFileSync(
  scenario,
  JSON.stringify({
    format: 1,
    id: 'small',
    title: { en: 'Small', zh: '小县' },
    seed: 'one',
    years: { from: 2025, to: 2030 },
    county: smallCountyDescription(),
    arms: [{ id: 'status-quo', policies: [] }],
  }),
)

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts the program; `interruptOn` sends Ctrl-C when standard error says it. */
function start(
  words: readonly string[],
  { interruptOn, lang = 'en_GB.UTF-8' }: { interruptOn?: string; lang?: string } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...words], { env: { ...process.env, LC_ALL: lang } })
    let out = ''
    let err = ''
    let interrupted = false
    child.stdout.on('data', (data: Buffer) => (out += data.toString()))
    child.stderr.on('data', (data: Buffer) => {
      err += data.toString()
      if (interruptOn === undefined || interrupted || !err.includes(interruptOn)) return
      interrupted = true
      child.kill('SIGINT')
    })
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

describe('the built program', () => {
  it('is there', () => expect(existsSync(program), 'run npm run build first').toBe(true))

  it('ends with 0, 2 and 2', async () => {
    expect((await start(['check', 'scenarios/status-quo.json'])).code).toBe(0)
    expect((await start(['check', 'scenarios/none.json'])).code).toBe(2)
    expect((await start(['runn'])).code).toBe(2)
  })

  it('speaks the language of the environment', async () => {
    expect((await start(['check', 'scenarios/none.json'], { lang: 'zh_CN.UTF-8' })).out).toContain('无法读取文件')
  })

  it('prints a large listing into a pipe to its end', async () => {
    const { out } = await start(['list', 'schema'])
    expect(out.length).toBeGreaterThan(100_000)
    expect(() => JSON.parse(out) as unknown).not.toThrow()
  })

  it('gives one digest with one worker and with two', async () => {
    const words = ['run', scenario, '--replicates', '5', '--json']
    const [one, two] = [await start([...words, '--workers', '1']), await start([...words, '--workers', '2'])]
    expect([one.code, two.code]).toEqual([0, 0])
    const digest = (ended: Ended): string => (JSON.parse(ended.out) as { digest: string }).digest
    expect(digest(two)).toBe(digest(one))
  }, 240_000)

  it('stops on Ctrl-C at the next simulated year, says so and ends with 1', async () => {
    const { code, err } = await start(['run', scenario, '--replicates', '1000'], { interruptOn: 'simulated years: ' })
    expect(code).toBe(1)
    expect(err).toContain('Cancelled.')
    expect(err).toContain('of 1000 runs were complete')
  }, 240_000)
})
