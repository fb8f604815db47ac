import { resolve } from 'node:path';
import type { ImportOutcome } from '../../shared/contract/routes/imports.ts';
import { listSources } from '../ingest/sources.ts';
import type { ServedLibrary } from '../library/serve.ts';
import { request } from './commands.ts';
