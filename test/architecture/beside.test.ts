import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

/* The script that `npm test` runs everything with: what fails must fail it, wherever it runs. */

const note = (name: string) => `node -e "require('node:fs').appendFileSync('log', '${name} ')"`

/** Runs a chain of scripts and one beside it; what ran to its end, what was said, and how it ended. */
function beside(words: string, broken = '') {
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-beside-'))
  const scripts = Object.fromEntries(['one', 'two', 'types', 'style'].map((name) => [name, name === broken ? 'node -e "process.exit(3)"' : note(name)]))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ scripts: { ...scripts, slow: `node -e "setTimeout(() => {}, 1500)" && ${note('slow')}` } }))
  writeFileSync(join(folder, 'log'), '')
  const { stdout, stderr, status } = spawnSync(process.execPath, [resolve('.ci/beside.mjs'), ...words.split(' ')], { cwd: folder, encoding: 'utf8' })
  const ran = readFileSync(join(folder, 'log'), 'utf8').trim().split(' ')
  rmSync(folder, { recursive: true })
  return { ran, said: stdout + stderr, status }
}

describe('scripts beside each other', () => {
  it('all run, those of a chain in their order', () => {
    const { ran, said, status } = beside('one two -- types style')
    expect(status).toBe(0)
    expect(ran.filter((name) => ['one', 'two'].includes(name))).toEqual(['one', 'two'])
    expect(ran.filter((name) => ['types', 'style'].includes(name))).toEqual(['types', 'style'])
    expect(said).toContain('[beside: npm run types]')
  })
  it('fail together where one of the chain fails, and what follows it is not begun', () => {
    const { ran, said, status } = beside('one two', 'one')
    expect([ran, status]).toEqual([[''], 1])
    expect(said).toContain('npm run one failed')
  })
  it('fail together where one beside the chain fails, however late', () => {
    const late = beside('one -- slow types', 'types')
    expect([late.ran, late.status]).toEqual([['one', 'slow'], 1])
    expect(late.said).toContain('npm run types failed')
  })
})
