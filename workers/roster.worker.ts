import { expose } from 'comlink'
import { RosterSession } from '../src/roster/index.ts'

expose(new RosterSession())
