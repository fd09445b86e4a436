import type { AnyPolicy } from './declare.ts'
import { policies } from './index.ts'

/** What is said of a policy at length: read when somebody opens it. */
export type PolicyNotes = Pick<AnyPolicy['text'], 'mechanism' | 'caveat' | 'example'>

/** Those of every policy, by its id. The page takes them from here: its policies come with their names only (`.ci/declared.ts`). */
export const policyNotes: Readonly<Record<string, PolicyNotes>> = Object.fromEntries(
  policies.map(({ id, text: { mechanism, caveat, example } }) => [id, { mechanism, caveat, example }]),
)
