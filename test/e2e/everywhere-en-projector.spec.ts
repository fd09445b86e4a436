import { everywhere } from './everywhere.ts'

everywhere({ language: 'en', look: 'projector' })
