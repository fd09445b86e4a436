import { groundOf, type CountyState, type Scenario } from '../engine/index.ts'
import type { Post } from './crew.ts'

/** Sees to it that a county is built in one thread and handed to the others, who would all build the same. */
export interface SharedCounty {
  /** Readies a post, which must be free, for a scenario: its thread builds the county, or is given what another has built. Undefined = it is ready. */
  enter(post: Post, scenario: Scenario): Promise<void> | undefined
  /** Told when a post’s thread is replaced: the next one has no county. */
  forget(post: Post): void
}

/** Keeps the county built last, as data, for as long as no other is built. */
export function createSharedCounty(): SharedCounty {
  const grounds = new WeakMap<Post, string>()
  let last: { readonly ground: string; readonly state: Promise<CountyState | undefined> } | undefined

  /** Has a thread build the county. A failure is not told here: the run that needs the county meets it and can say where. */
  async function build(post: Post, scenario: Scenario): Promise<CountyState | undefined> {
    try {
      const answer = await post.ask((service) => service.state(scenario))
      return answer.status === 'done' ? answer.value : undefined
    } catch {
      return undefined
    }
  }

  async function ready(post: Post, scenario: Scenario, ground: string): Promise<void> {
    if (last?.ground !== ground) {
      last = { ground, state: build(post, scenario) }
      if ((await last.state) === undefined && last.ground === ground) last = undefined
    } else {
      const state = await last.state
      if (state === undefined) return
      await post.ask((service) => service.adopt(scenario, state))
    }
    grounds.set(post, ground)
  }

  return {
    enter(post, scenario) {
      const ground = groundOf(scenario)
      return grounds.get(post) === ground ? undefined : ready(post, scenario, ground)
    },
    forget: (post) => void grounds.delete(post),
  }
}
