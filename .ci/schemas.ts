import type { Plugin } from 'vite'

/*
 * What the keys of files mean is said beside their shape, for the JSON Schemas that editors read. The command line writes those: the
 * page goes without the words.
 */

/** A meaning: a text, or a call that makes one. */
const meaning = String.raw`z\.describe\((?:'(?:[^'\\]|\\.)*'|\x60[^\x60]*\x60|\w+\(\))\)`
const alone = new RegExp(String.raw`\.check\(${meaning}\)`, 'g')
const beside = new RegExp(`, ${meaning}`, 'g')

/** Takes the meanings of keys out of the shapes of files that the page reads. */
export const schemasWithoutWords = (): Plugin => ({
  name: 'hengtu-schemas',
  enforce: 'pre',
  apply: 'build',
  applyToEnvironment: (environment) => environment.name === 'client',
  transform: (code, id) => (/\/src\/(scenario|roster)\/.*\.ts$/.test(id) && code.includes('z.describe(') ? { code: code.replace(alone, '').replace(beside, ''), map: null } : null),
})
