import { serve } from '../src/runner/serve.ts'

serve()
