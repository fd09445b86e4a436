import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'

const writers = /\/zod\/v4\/core\/(to-json-schema|json-schema-processors)\.js$/

/**
 * Leaves out of the page what zod brings for writing JSON Schema, a fifth of it: the page reads files, and the schemas for editors
 * are written by the command line. zod binds these functions to every schema, so they cannot fall away by themselves.
 */
export function withoutJsonSchema(): Plugin {
  return {
    name: 'hengtu-no-json-schema',
    apply: 'build',
    applyToEnvironment: (environment) => environment.name === 'client',
    load(id) {
      if (!writers.test(id)) return null
      const names = [...readFileSync(id, 'utf8').matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name)
      return [`const none = () => () => { throw new Error('the page writes no JSON Schema') }`, ...names.map((name) => `export const ${name} = none`)].join('\n')
    },
  }
}
