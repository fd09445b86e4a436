import { countyPages } from './counties.ts'
import { dictionaryPages } from './dictionary.ts'
import { parameterPages, policyPages, policyPagesEach, schedulePages } from './model.ts'
import type { Page } from './page.ts'
import { parameterSetPages } from './parameter-sets.ts'
import { indicatorPages, sourcePages, statePages } from './reference.ts'

/** Every page that is printed from declarations and shipped files. The validation report is written by its own command. */
export const declaredPages = (): Page[] => [
  ...schedulePages(),
  ...parameterPages(),
  ...parameterSetPages(),
  ...statePages(),
  ...policyPages(),
  ...policyPagesEach(),
  ...indicatorPages(),
  ...sourcePages(),
  ...dictionaryPages(),
  ...countyPages(),
]
