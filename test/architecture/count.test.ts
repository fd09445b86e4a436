import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const unit = { numPassedTests: 10, numFailedTests: 0, testResults: [{ status: 'passed', assertionResults: [{}] }] }
const spec = (title: string, status: string) => ({ file: 'a.spec.ts', title, tests: [{ status }] })
const e2e = { stats: { expected: 3, unexpected: 0, flaky: 1 }, suites: [{ specs: [spec('steady', 'expected')], suites: [{ specs: [spec('shaky', 'flaky')] }] }] }

/** What the script says of these reports, and how it ends. */
function count(reports: Readonly<Record<string, object>>) {
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-count-'))
  for (const [name, report] of Object.entries(reports)) writeFileSync(join(folder, name), JSON.stringify(report))
  const { stdout, status } = spawnSync(process.execPath, ['.ci/count.mjs', folder], { encoding: 'utf8' })
  rmSync(folder, { recursive: true })
  return { lines: stdout.trim().split('\n'), status }
}

describe('the count of tests', () => {
  it('names what passed on its second attempt only', () => {
    expect(count({ 'unit.json': unit, 'e2e.json': e2e })).toEqual({ lines: ['Passed only on the second attempt (1):', '  a.spec.ts: shaky', '14 passed, 0 failed'], status: 0 })
  })
  it('fails where a runner left no report', () => {
    expect(count({ 'unit.json': unit })).toEqual({ lines: ['The end-to-end tests did not run.', '10 passed, 1 failed'], status: 1 })
    expect(count({})).toEqual({ lines: ['The unit tests did not run.', 'The end-to-end tests did not run.', '0 passed, 2 failed'], status: 1 })
  })
  it('counts a file that does not load, and every failure', () => {
    const broken = { ...unit, numFailedTests: 2, testResults: [{ status: 'failed', assertionResults: [] }] }
    expect(count({ 'unit.json': broken, 'e2e.json': { ...e2e, stats: { expected: 3, unexpected: 4, flaky: 0 }, suites: [] } })).toEqual({ lines: ['13 passed, 7 failed'], status: 1 })
  })
})
