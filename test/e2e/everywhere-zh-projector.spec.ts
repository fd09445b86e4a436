import { everywhere } from './everywhere.ts'

everywhere({ language: 'zh', look: 'projector' })
