import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { expect, test } from 'vitest'
import { openScenario } from '../support/open-scenario.ts'
import { root } from '../support/source-files.ts'

/*
 * A function whose assumptions break again and again runs several times slower than it could, and nothing else shows it. Once
 * everything has been compiled, no more may break.
 */

/** What was deoptimised after the marker, as `function: reason`. */
function deoptimisedAfterMarker(trace: string): { readonly marked: boolean; readonly found: string[] } {
  const bailouts = [...trace.matchAll(/\[bailout \(kind: ([^)]*)\): begin\. deoptimizing \S+ <JSFunction ?([^ >]*)/g)]
  const marker = bailouts.findIndex((match) => match[2] === 'warmedUpMarker')
  return { marked: marker >= 0, found: bailouts.slice(marker + 1).map((match) => `${match[2] || 'anonymous'}: ${match[1]}`) }
}

test('nothing is deoptimised once the engine is warm', { timeout: 180_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hengtu-deopt-'))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true },
    build: { ssr: 'test/bench/warmed-run.ts', outDir: folder, rolldownOptions: { output: { entryFileNames: 'run.mjs' } } },
  })
  const input = join(folder, 'input.json')
  // none of the policies, and all of them
  const all = openScenario('all-three')
  writeFileSync(input, JSON.stringify({ scenario: { ...all, arms: [all.arms[0]!, all.arms.at(-1)!] }, warmUp: 40, runs: 10 }))
  const child = spawnSync(process.execPath, ['--trace-deopt', join(folder, 'run.mjs'), input], { encoding: 'utf8', maxBuffer: 1 << 26 })
  rmSync(folder, { recursive: true })
  expect(child.stderr).toContain('done')
  const { marked, found } = deoptimisedAfterMarker(child.stdout)
  // the marker itself shows that the trace is read as this Node writes it
  expect(marked).toBe(true)
  expect(found).toEqual([])
})
