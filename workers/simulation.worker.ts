/// <reference lib="webworker" />
import { serve } from '../src/runner/serve.ts'

serve()
