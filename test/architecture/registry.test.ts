import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as engine from '../../src/engine/index.ts'
import { filesUnder, root, textOf } from '../support/source-files.ts'

/*
 * What is declared is registered, and what is registered can be found: a registry is an explicit array, so a new file can be
 * forgotten in it.
 */

const modules = import.meta.glob<Record<string, unknown>>('../../src/engine/**/*.ts', { eager: true })
const moduleOf = (file: string): Record<string, unknown> => modules[`../../${file}`]!

/** Values a file exports that it makes with one of the `define…` functions. */
function declaredIn(file: string): unknown[] {
  const names = [...textOf(file).matchAll(/export const (\w+) = define(?:Policy|Process|Item|Measure)\b/g)].map((match) => match[1]!)
  return names.map((name) => moduleOf(file)[name])
}

const declared = filesUnder(['src/engine'], ['.ts']).flatMap((file) => declaredIn(file).map((declaration) => ({ file, declaration })))

/** Everything reachable from what the engine’s door gives out. */
function reachable(): Set<unknown> {
  const seen = new Set<unknown>()
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value) || seen.has(value)) return
    seen.add(value)
    Object.values(value).forEach(visit)
  }
  Object.values(engine).forEach(visit)
  return seen
}

describe('registries', () => {
  test('hold everything that is declared', () => {
    const held = reachable()
    expect(declared.length).toBeGreaterThanOrEqual(3)
    expect(declared.filter(({ declaration }) => !held.has(declaration)).map(({ file }) => file)).toEqual([])
  })

  test('name every policy once, in a file of its own name, with a test and a scenario', () => {
    const { policies } = engine
    expect(new Set(policies.map((policy) => policy.id)).size).toBe(policies.length)
    const missing = policies.flatMap(({ id }) =>
      [`src/engine/policies/${id}.ts`, `test/engine/policies/${id}.test.ts`, `scenarios/${id}.json`].filter((file) => !existsSync(join(root, file))),
    )
    expect(missing).toEqual([])
  })

  test('name every process once, in a file of its own name', () => {
    const { processes } = engine
    expect(new Set(processes.map((process) => process.id)).size).toBe(processes.length)
    expect(processes.map(({ id }) => `src/engine/processes/${id}.ts`).filter((file) => !existsSync(join(root, file)))).toEqual([])
  })

  test('draw from streams that only one declaration uses', () => {
    const streams = [...engine.processes, ...engine.policies].flatMap(({ id, streams }) => [...new Set(streams)].map((stream) => ({ id, stream })))
    const owner = new Map<string, string>()
    const shared = streams.filter(({ id, stream }) => {
      const other = owner.get(stream)
      owner.set(stream, id)
      return other !== undefined
    })
    expect(shared).toEqual([])
  })
})
