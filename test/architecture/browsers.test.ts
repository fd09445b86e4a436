import { expect, test } from 'vitest'
import { filesUnder, scriptOf } from '../support/source-files.ts'

/* The oldest browser is Chromium 109, the last for Windows 7: what came later is not there, and no type tells. */

const later = /\.(toSorted|toReversed|toSpliced|isWellFormed|toWellFormed|groupBy|withResolvers|fromAsync|canParse|symmetricDifference|isSubsetOf|isSupersetOf)\(/
/** For Node only. */
const program = /^src\/(cli\/|scenario\/results\/report\.ts)/

test('what the page runs is there in the oldest browser', () => {
  const files = filesUnder(['src', 'workers'], ['.ts', '.svelte']).filter((file) => !program.test(file))
  expect(files.length).toBeGreaterThan(300)
  expect(files.flatMap((file) => later.exec(scriptOf(file))?.slice(0, 1).map((what) => `${file} ${what}`) ?? [])).toEqual([])
})
