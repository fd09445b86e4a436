import { parameterPages, policyPages, policyPagesEach, schedulePages } from './model.ts'
import type { Page } from './page.ts'
import { indicatorPages, sourcePages, statePages } from './reference.ts'

/** Every page that is printed from declarations alone. Those that need a run (counties, validation) are written by it. */
export const declaredPages = (): Page[] => [
  ...schedulePages(),
  ...parameterPages(),
  ...statePages(),
  ...policyPages(),
  ...policyPagesEach(),
  ...indicatorPages(),
  ...sourcePages(),
]
