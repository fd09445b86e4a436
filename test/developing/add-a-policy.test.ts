import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it, vi } from 'vitest'
import type { AnyPolicy } from '../../src/engine/policies/declare.ts'
import { ownRegistry } from '../../src/scenario/own-registry.ts'
import { readScenario } from '../../src/scenario/parse.ts'

/*
 * The policy of docs/add-a-policy.md, taken off the page: it compiles as a file of the engine, and it passes the contract tests that the
 * page promises, in a registry of its own. It stands where test files share no modules: its registry is for it alone.
 */
const page = readFileSync('docs/add-a-policy.md', 'utf8')
const block = (language: string): string => new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``).exec(page)![1]!
const folder = 'src/engine/policies'

vi.mock('node:fs', async (original) => {
  const fs = await original<typeof import('node:fs')>()
  const text = fs.readFileSync('docs/add-a-policy.md', 'utf8')
  const scenario = /```json\n([^]*?)\n```/.exec(text)![1]!
  const readFileSync = (file: string, ...more: never[]) => (file === 'scenarios/quiet-reading.json' ? scenario : fs.readFileSync(file, ...more))
  const existsSync = (file: string) => file === 'test/engine/policies/quiet-reading.test.ts' || fs.existsSync(file)
  return { ...fs, default: { ...fs, readFileSync, existsSync }, readFileSync, existsSync }
})

vi.mock('../../src/engine/policies/index.ts', async () => {
  const { fundingTilt } = await import('../../src/engine/policies/funding-tilt.ts')
  const { ruralAllowance } = await import('../../src/engine/policies/rural-allowance.ts')
  const { assumption } = await import('../../src/engine/declare.ts')
  const { definePolicy } = await import('../../src/engine/policies/declare.ts')
  const { readFileSync } = await import('node:fs')
  const source = /```ts\n([^]*?)\n```/.exec(readFileSync('docs/add-a-policy.md', 'utf8'))![1]!
  // it has no types of its own: without its imports it is a program
  const body = source.replace(/^import .*$/gm, '').replace(/^export const \w+ =/m, 'return')
  const policy = new Function('assumption', 'definePolicy', body)(assumption, definePolicy) as AnyPolicy
  return { policies: [policy, fundingTilt, ruralAllowance] }
})

describe('docs/add-a-policy.md', () => {
  it('shows a file that compiles as the engine does, nothing unused in it', () => {
    const file = resolve(folder, 'quiet-reading.ts')
    const config = ts.getParsedCommandLineOfConfigFile('src/engine/tsconfig.json', {}, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: () => undefined })!
    const options = { ...config.options, composite: false, incremental: false, emitDeclarationOnly: false, noEmit: true }
    const host = ts.createCompilerHost(options)
    const { readFile, fileExists, getSourceFile } = host
    host.fileExists = (name) => resolve(name) === file || fileExists(name)
    host.readFile = (name) => (resolve(name) === file ? block('ts') : readFile(name))
    host.getSourceFile = (name, ...more) => (resolve(name) === file ? ts.createSourceFile(name, block('ts'), ts.ScriptTarget.ES2022, true) : getSourceFile(name, ...more))
    const program = ts.createProgram([file], options, host)
    const source = program.getSourceFile(file)!
    const said = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    expect(said.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '))).toEqual([])
  }, 60_000)

  it('shows a scenario that is read without a problem', () => {
    const county = readFileSync('scenarios/counties/plain-county.json', 'utf8')
    expect(readScenario(block('json'), { registry: ownRegistry, loadCounty: () => county }).problems).toEqual([])
  })

  it('names places that are there', () => {
    const named = [...page.matchAll(/`((?:src|test|scenarios)\/[\w./-]+\.ts)`/g)].map(([, path]) => path!)
    expect(named.length).toBeGreaterThanOrEqual(3)
    for (const path of named) expect(() => readFileSync(path), path).not.toThrow()
    for (const name of ['context', 'under', 'beside']) expect(readFileSync('test/engine/policies/no-dead-lever.test.ts', 'utf8')).toContain(`const ${name}:`)
    expect(readFileSync('src/app/services.ts', 'utf8')).toContain('const wantedOnRail')
  })
})

await import('../engine/policies/contracts.test.ts')
await import('../engine/policies/no-dead-lever.test.ts')
