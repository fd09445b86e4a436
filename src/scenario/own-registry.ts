import { behaviourGroups, policies } from '../engine/index.ts'
import type { Registry } from './registry.ts'

/** The policies and behaviour parameters of this version. */
export const ownRegistry: Registry = { policies, behaviour: behaviourGroups }
