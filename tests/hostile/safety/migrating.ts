import { writeSync } from 'node:fs';
import { serve } from './served.ts';

/* Opens a library, which brings it to the newest schema, as soon as it is told that it may. */

const [folder = ''] = process.argv.slice(2);
writeSync(1, 'ready\n');
const served = serve(folder);
writeSync(1, 'migrated\n');
await served.close();
